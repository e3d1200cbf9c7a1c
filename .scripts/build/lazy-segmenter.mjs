/**
Stands in for `Intl.Segmenter` in the bundle. Several libraries make one while they load, which costs
some 10 ms on Node 20 although plain text never asks it anything; this one is made when it is asked.
*/
export class LazySegmenter {
  #options;
  #segmenter;

  constructor(...options) {
    this.#options = options;
  }

  segment(text) {
    this.#segmenter ??= new globalThis['Intl']['Segmenter'](...this.#options);
    return this.#segmenter.segment(text);
  }
}
