import {posix} from 'node:path';
import {parseSync, Visitor} from 'oxc-parser';

/** What each room of `source/` may see beside itself; `cli` is the file `source/cli.ts`. */
const SEES: Readonly<Record<string, readonly string[]>> = {
  cli: ['commands'],
  commands: [
    'app',
    'panes',
    'ui',
    'keys',
    'themes',
    'stores',
    'formats',
    'terminal',
    'core',
    'data',
    'package.json',
  ],
  app: ['panes', 'ui', 'keys', 'themes', 'stores', 'formats', 'terminal', 'core', 'data'],
  panes: ['ui', 'keys', 'themes', 'core'],
  ui: ['keys', 'themes', 'core'],
  keys: ['core'],
  themes: ['core'],
  stores: ['core'],
  formats: ['core', 'data'],
  terminal: ['core'],
  core: ['data'],
};

/** One import, static or dynamic, of a value or of a type. */
type Import = {
  readonly request: string;
  readonly line: number;
  /** Loaded only when it is asked for: a registry and what it lists may lead to each other so. */
  readonly isLazy: boolean;
};

/** What a parser calls a literal, or anything else that stands in its place. */
type Literal = {readonly type: string; readonly value?: unknown; readonly start: number};

type ParsedFile = {
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  readonly hasOpaqueImport: boolean;
  readonly readsKeyboard: boolean;
};

/**
Check the import rule of the house over the files of `source/`.

@param files - path from the root of the repository (`source/core/time/zone.ts`) to text.
@returns one line for each fault: `path:line: what`; none when the house is in order.
*/
export function checkImports(files: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const [path, text] of files) {
    const name = posix.basename(path);
    const other = names.get(name);
    if (other !== undefined) faults.push(`${path}:1: the name is taken by ${other}`);
    names.set(name, path);
    if (/^index\./u.test(name)) faults.push(`${path}:1: no index files`);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/u.test(name)) {
      faults.push(`${path}:1: the name is not in kebab-case`);
    }
    const room = roomOf(path);
    const sees = SEES[room];
    if (sees === undefined) {
      faults.push(`${path}:1: there is no room ${room}`);
      continue;
    }
    const parsed = parseFile(path, text);
    if (parsed.hasDefaultExport && !path.endsWith('.d.ts')) {
      faults.push(`${path}:1: named exports only`);
    }
    if (parsed.hasOpaqueImport) faults.push(`${path}:1: an import that is not a plain string`);
    if (parsed.readsKeyboard && path !== 'source/ui/keyboard.tsx') {
      faults.push(`${path}:1: only ui/keyboard.tsx listens to the keyboard`);
    }
    const targets: string[] = [];
    graph.set(path, targets);
    for (const {request, line, isLazy} of parsed.imports) {
      const say = (what: string): void => void faults.push(`${path}:${line}: ${request}: ${what}`);
      if (!request.startsWith('.')) {
        if (room === 'core' && /^(?:node:|react(?:\/|$)|ink(?:\/|$))/u.test(request)) {
          say('the core knows no Node, React or Ink');
        }
        continue;
      }
      const target = posix.join(posix.dirname(path), request);
      const targetRoom = roomOf(target);
      if (targetRoom !== room && !sees.includes(targetRoom)) {
        say(`${room} may not see ${targetRoom}`);
      }
      if (!target.startsWith('source/')) continue;
      const file = [target.replace(/\.js$/u, '.ts'), target.replace(/\.js$/u, '.tsx')].find(
        (candidate) => candidate !== target && files.has(candidate),
      );
      if (file === undefined) say('there is no such file, or the ending is not .js');
      else if (!isLazy) targets.push(file);
    }
  }
  for (const cycle of findCycles(graph))
    faults.push(`${cycle[0]}:1: a circle: ${cycle.join(' > ')}`);
  return faults;
}

/** @returns every import of a file, in order. */
export function parseFile(path: string, text: string): ParsedFile {
  const {program, module, errors} = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  let hasOpaqueImport = false;
  const add = (request: string, at: number, isLazy = false): void => {
    imports.push({request, line: text.slice(0, at).split('\n').length, isLazy});
  };
  for (const {moduleRequest} of module.staticImports) add(moduleRequest.value, moduleRequest.start);
  for (const {entries} of module.staticExports) {
    for (const {moduleRequest} of entries) {
      if (moduleRequest !== null) add(moduleRequest.value, moduleRequest.start);
    }
  }
  const addNode = (node: Literal, isLazy = false): void => {
    if (node.type !== 'Literal' || typeof node.value !== 'string') hasOpaqueImport = true;
    else add(node.value, node.start, isLazy);
  };
  new Visitor({
    ImportExpression: (node) => {
      addNode(node.source, true);
    },
    TSImportType: (node) => {
      addNode(node.source);
    },
    TSExternalModuleReference: (node) => {
      addNode(node.expression);
    },
    CallExpression: (node) => {
      const [given] = node.arguments;
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
      if (isRequire && given !== undefined) addNode(given);
    },
  }).visit(program);
  return {
    imports,
    hasOpaqueImport,
    hasDefaultExport: module.staticExports.some(({entries}) =>
      entries.some(({exportName: {kind, name}}) => {
        const kindName: string = kind;
        return kindName === 'Default' || name === 'default';
      }),
    ),
    readsKeyboard: module.staticImports.some(({moduleRequest, entries}) =>
      moduleRequest.value === 'ink'
        ? entries.some(({importName}) => importName.name === 'useInput')
        : false,
    ),
  };
}

/** @returns `core` for `source/core/time/zone.ts`, `cli` for `source/cli.ts`, `data` for `data/x.json`. */
function roomOf(path: string): string {
  const [first = '', second = '', third] = path.split('/');
  if (first !== 'source') return first;
  if (third !== undefined) return second;
  return second === 'yaml-module.d.ts' ? 'app' : second.replace(/\.[jt]sx?$/u, '');
}

/** @returns one circle for each group of files that reach each other (Tarjan 1972). */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    let lowest = number;
    stack.push(file);
    const targets = graph.get(file) ?? [];
    for (const target of targets) {
      if (!order.has(target)) lowest = Math.min(lowest, visit(target));
      else if (stack.includes(target)) lowest = Math.min(lowest, order.get(target) ?? lowest);
    }
    low.set(file, lowest);
    if (lowest === number) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1 || targets.includes(file)) cycles.push(group);
    }
    return lowest;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
