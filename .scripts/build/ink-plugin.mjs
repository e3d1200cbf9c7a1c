import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {readExactly, replaceOnce} from './patched-file.mjs';

const OUTPUT_SHA256 = '5e6c511c0a573f48cd5765d7f1f16583d2595f7b05775608382bdb990b63f225';
const DOM_SHA256 = '01694f6ec044c811ee13743c2bff8d22079c79e7b08982780d31916d7e3088a7';
const SQUASH_SHA256 = 'a66185343ca591a7618b5300289a910753c2c8d0299c0e8b5945240263ed69c6';
const SANITIZE_SHA256 = 'd1f9783713dc610e01188ae37e339ce151abb922c4ea4e119deb55f90c50659e';
const TEXT_SHA256 = '958bafce30f2cde6d217d4c2faa09d6df5bde05bdc7c518c7f74610f2555f1c7';
const RENDER_SHA256 = 'de6aebe3d2224648cf2ec899f8897cb6436f76b49d986644a06e53b234d9cb0c';
const RECONCILER_SHA256 = '497b58b448d6cf4342c1808c38fb03588f04e1263db54befb9d96287f364d325';
const COLORS_SHA256 = '57f56bb90a586a6c7a65fc831cae47f0773b8f42edf11abb7c4f2273b82fb63e';
const STRING_WIDTH_SHA256 = 'abc20775da6b552188b098688ebec671e29f5416d6339d3534bb7b016174003e';

const require = createRequire(import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));
const room = (name) => fileURLToPath(new URL(`../../source/terminal/${name}`, import.meta.url));
const core = (name) => fileURLToPath(new URL(`../../source/core/draw/${name}`, import.meta.url));

/** What stands in the bundle for packages that have nothing to do in it. */
const IDLE = {
  'signal-exit': 'export default () => () => {};',
  'terminal-size': 'export default () => ({columns: 80, rows: 24});',
  'stack-utils': 'export default class { static nodeInternals() { return []; } parseLine() {} };',
};

/**
The places where the bundle differs from stock Ink:

- its output stage draws into our cells (\`source/terminal/frame-stage.ts\` chooses; the stock one
  stays in the bundle, so that the two can be measured in one run);
- it keeps the text of a line until something in it changes, and doesn't take apart what holds
  nothing but text and styles;
- a text that is cut off, alone in a box of a fixed size, and as large as before is not laid out
  again; none is measured twice; one without a style of its own is not styled line by line;
- it uses all colours: the screen brings them down to what the terminal has;
- its width function answers plain text without \`Intl.Segmenter\`; what answers the rest is loaded when
  it is asked, here and in our own core: its expressions for emoji take V8 some 10 ms to compile;
- its exit hook does nothing: the terminal room gives the terminal back, whatever happens; nor do the
  packages that ask another program for the size of the terminal and that explain an error on the
  screen: the one is given the size, and the screen is given back before an error is told;
- its development tools, and the top-level waiting for them, are left out.

Every file that is changed or replaced is compared with the one this was written for.
*/
export function inkPlugin() {
  return {
    name: 'ink',
    async setup(build) {
      const inkOutput = /ink[\\/]build[\\/]output\.js$/;
      build.onLoad({filter: inkOutput}, async ({path, suffix}) => {
        const stock = await readExactly(path, OUTPUT_SHA256);
        if (suffix === '?stock') return {contents: stock, loader: 'js'};
        const contents = `
import StockOutput from './output.js?stock';
import {chooseOutput} from ${JSON.stringify(room('frame-stage.ts'))};
export default chooseOutput(StockOutput);`;
        return {contents, loader: 'js', resolveDir: path.replace(/output\.js$/, '')};
      });
      build.onResolve({filter: /output\.js\?stock$/}, ({resolveDir}) => ({
        path: `${resolveDir.replace(/\/$/, '')}/output.js`,
        suffix: '?stock',
      }));
      const stage = `import {usesStockStages} from ${JSON.stringify(room('frame-stage.ts'))};\n`;
      const patch = (name, sha256, ...changes) => {
        build.onLoad(
          {filter: new RegExp(`ink[\\\\/]build[\\\\/]${name}\\.js$`)},
          async ({path}) => {
            let text = await readExactly(path, sha256);
            for (const [passage, replacement] of changes) {
              text = replaceOnce(text, passage, replacement, path);
            }
            return {contents: stage + text, loader: 'js', resolveDir: path.replace(/[^\\/]+$/, '')};
          },
        );
      };
      patch(
        'dom',
        DOM_SHA256,
        [
          'const markNodeAsDirty = (node) => {',
          'const markNodeAsDirty = (node) => { for (let at = node; at; at = at.parentNode) at.internal_text = undefined;',
        ],
        [
          '    const dimensions = measureText(text);\n',
          '    const dimensions = node.internal_natural = measureText(text);\n',
        ],
        [
          '    const yogaNode = findClosestYogaNode(node);\n    yogaNode?.markDirty();\n',
          `    let text = node;
    while (text.parentNode && !text.yogaNode) text = text.parentNode;
    if (text.internal_natural && text.style.textWrap?.startsWith('truncate') && isAloneInFixedBox(text) && !usesStockStages()) {
        changedTexts.add(text);
        return;
    }
    text.internal_natural = undefined;
    const yogaNode = findClosestYogaNode(node);
    yogaNode?.markDirty();
`,
        ],
        [
          'const findClosestYogaNode = (node) =>',
          `// There a text that is cut off takes the same room as before while its natural size stays the same.
// Elsewhere it does as well, but what yoga remembers of the boxes around it would be another thing.
const isAloneInFixedBox = ({parentNode}) =>
    parentNode?.childNodes.length === 1 && parentNode.style.flexShrink === 0 &&
    typeof parentNode.style.width === 'number' && typeof parentNode.style.height === 'number';
const changedTexts = new Set();
export const settleChangedTexts = () => {
    for (const node of changedTexts) {
        if (!node.yogaNode) continue;
        const {width, height} = measureText(squashTextNodes(node));
        if (width === node.internal_natural?.width && height === node.internal_natural.height) continue;
        // Yoga doesn't always ask: without an answer to compare with the next change counts.
        node.internal_natural = undefined;
        node.yogaNode.markDirty();
    }
    changedTexts.clear();
};
const findClosestYogaNode = (node) =>`,
        ],
      );
      patch('render-node-to-output', RENDER_SHA256, [
        "import widestLine from 'widest-line';",
        `import stockWidestLine from 'widest-line';
import measureText from './measure-text.js';
const widestLine = (text) => usesStockStages() ? stockWidestLine(text) : measureText(text).width;`,
      ]);
      patch('components[\\\\/]Text', TEXT_SHA256, [
        'internal_transform: isScreenReaderEnabled ?',
        `internal_transform: isScreenReaderEnabled || (!usesStockStages() && !(color || effectiveBackgroundColor || dimColor || bold || italic || underline || strikethrough || inverse)) ?`,
      ]);
      patch('squash-text-nodes', SQUASH_SHA256, [
        'const squashTextNodes = (node) => {',
        `const squashTextNodes = (node) => node.nodeName !== 'ink-text' || usesStockStages() ? squashNow(node) : (node.internal_text ??= squashNow(node));
const squashNow = (node) => {`,
      ]);
      patch('sanitize-ansi', SANITIZE_SHA256, [
        'const sanitizeAnsi = (text) => {',
        `const notOnlyStyles = /[\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f-\\u009f]|\\u001b(?!\\[[\\d;]*m(?!\\p{Mark}))/u;
const sanitizeAnsi = (text) => {
    if (!usesStockStages() && !notOnlyStyles.test(text)) return text;`,
      ]);
      build.onLoad({filter: /ink[\\/]build[\\/]reconciler\.js$/}, async ({path}) => {
        let text = await readExactly(path, RECONCILER_SHA256);
        text = replaceOnce(text, "        await import('./devtools.js');\n", '', path);
        text = replaceOnce(text, 'await loadPackageJson()', '{}', path);
        text = replaceOnce(
          text,
          '{ createTextNode,',
          '{ settleChangedTexts, createTextNode,',
          path,
        );
        text = replaceOnce(
          text,
          '        rootNode.staticNode = staticNode;\n',
          '        rootNode.staticNode = staticNode;\n        settleChangedTexts();\n',
          path,
        );
        return {contents: text, loader: 'js'};
      });

      build.onLoad(
        {filter: /chalk[\\/]source[\\/]vendor[\\/]supports-color[\\/]index\.js$/},
        async ({path}) => {
          const text = await readExactly(path, COLORS_SHA256);
          const every =
            "process.env['TICKTOCK_STOCK_INK'] === '1' ? supportsColor : {stdout: {level: 3}}";
          return {
            contents: replaceOnce(
              text,
              'export default supportsColor;',
              `export default ${every};`,
              path,
            ),
            loader: 'js',
          };
        },
      );

      build.onResolve({filter: new RegExp(`^(${Object.keys(IDLE).join('|')})$`)}, ({path}) => ({
        path,
        namespace: 'idle',
      }));
      build.onLoad({filter: /.*/, namespace: 'idle'}, ({path}) => ({
        contents: IDLE[path],
        loader: 'js',
      }));

      const loadedLater = await lazyStringWidth();
      build.onResolve({filter: /^string-width$/}, ({importer}) => ({
        path: 'string-width',
        namespace: importer.startsWith(core('')) ? 'string-width-later' : 'string-width',
      }));
      build.onLoad({filter: /.*/, namespace: 'string-width-later'}, () => ({
        contents: loadedLater,
        loader: 'js',
        resolveDir: here,
      }));
      build.onLoad({filter: /.*/, namespace: 'string-width'}, () => ({
        contents: `
import {chooseStringWidth} from ${JSON.stringify(room('frame-stage.ts'))};
${loadedLater.replace('export default', 'const stringWidth =')}
export default chooseStringWidth(stringWidth);`,
        loader: 'js',
        resolveDir: here,
      }));
    },
  };
}

/** @returns a module that loads string-width when it is first asked. */
async function lazyStringWidth() {
  const path = require.resolve('string-width');
  await readExactly(path, STRING_WIDTH_SHA256);
  return `export default (...asked) => require(${JSON.stringify(path)}).default(...asked);`;
}
