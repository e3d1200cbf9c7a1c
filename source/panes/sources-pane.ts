import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';
import {publishedWords} from './published-words.js';
import {signsOf} from './signs.js';

/** Every source of the chronology, with how much rests on it. */
export const sourcesPane: Pane = {
  name: 'sources',
  summary: 'Every source, and how many claims rest on it',
  content(input) {
    const {store, widthColumns, charset} = input;
    const {dash} = signsOf(charset);
    const {sources} = store.chronology;
    const pane = createPane(widthColumns);
    for (const source of sources) {
      const claims = store.claimsCiting(source.id).length;
      const about = [source.publisher, publishedWords(source, input), source.affiliation].filter(
        Boolean,
      );
      pane.item(
        [
          {text: source.headline, role: 'link'},
          {text: about.length === 0 ? '' : ` ${dash} ${about.join(', ')}`, role: 'muted'},
        ],
        {
          target: {pane: 'source', subject: source.id},
          right: {text: `${claims}`, role: 'muted'},
          copy: () => [source.headline, ...about, source.url].filter(Boolean).join(', '),
        },
      );
    }
    return pane.done({title: 'Sources', badge: `${sources.length}`, crumb: 'sources'});
  },
};
