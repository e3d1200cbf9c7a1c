/*
What Node starts. The program is the one file beside it, in sections; each is read when it is needed and
compiled by V8 from the code cache of an earlier run where there is one. Were the program in this file,
Node would read and scan all of it before the first line runs.

The cache is executable: it is read only from a folder and a file that belong to this user and that
nobody else may write to. Whatever is wrong with it, the program is compiled from its text instead.
*/
const fs = require('node:fs');
const vm = require('node:vm');
const path = require('node:path');

// Node would open its debugger, on a port that everybody on this machine may use.
process.on('SIGUSR1', () => process.exit(138));

const MAGIC = 0x6b746b31;
const HEADER_BYTES = 16;
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
const SAVE_AFTER_MS = 3000;

/** One word of every 512 bytes: notices a file that was torn or zeroed, for next to no time. */
function sample(bytes, from) {
  let sum = bytes.length;
  for (let at = from; at + 4 <= bytes.length; at += 512) {
    sum = (Math.imul(sum, 31) + bytes.readUInt32LE(at)) >>> 0;
  }
  return sum;
}

function cacheFolder() {
  const {env} = process;
  if (env.TICKTOCK_NO_CACHE || env.NODE_DISABLE_COMPILE_CACHE || !process.getuid) return undefined;
  const base = path.isAbsolute(env.XDG_CACHE_HOME || '')
    ? env.XDG_CACHE_HOME
    : path.isAbsolute(env.HOME || '')
      ? path.join(env.HOME, '.cache')
      : undefined;
  return base && path.join(base, 'ticktock');
}

function isOurs(stat) {
  return stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}

/** @returns the cached code, or undefined when there is none that may be trusted. */
function readCache(folder, file) {
  let descriptor;
  try {
    const about = fs.lstatSync(folder);
    if (!about.isDirectory() || !isOurs(about)) return undefined;
    const {O_RDONLY, O_NOFOLLOW, O_NONBLOCK} = fs.constants;
    descriptor = fs.openSync(path.join(folder, file), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile() || !isOurs(stat)) return undefined;
    if (stat.size <= HEADER_BYTES || stat.size > MAX_CACHE_BYTES) return undefined;
    const bytes = Buffer.allocUnsafeSlow(stat.size);
    if (fs.readSync(descriptor, bytes, 0, stat.size, 0) !== stat.size) return undefined;
    const isWhole =
      bytes.readUInt32LE(0) === MAGIC &&
      bytes.readUInt32LE(4) === stat.size &&
      bytes.readUInt32LE(8) === sample(bytes, HEADER_BYTES);
    return isWhole ? bytes.subarray(HEADER_BYTES) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, {mode: 0o700});
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** Writes the cache beside the old one and moves it over; removes those of other builds. */
function writeCache(folder, file, script, build) {
  let partial;
  try {
    // One by one: asked for the whole path, Node tries for ever where a folder can't be made (/proc).
    for (const each of [path.dirname(folder), folder]) makeFolder(each);
    const about = fs.lstatSync(folder);
    if (!about.isDirectory() || !isOurs(about)) return;
    const code = script.createCachedData();
    const bytes = Buffer.concat([Buffer.alloc(HEADER_BYTES), code]);
    bytes.writeUInt32LE(MAGIC, 0);
    bytes.writeUInt32LE(bytes.length, 4);
    bytes.writeUInt32LE(sample(bytes, HEADER_BYTES), 8);
    partial = path.join(folder, `${file}.${process.pid}`);
    const descriptor = fs.openSync(partial, 'wx', 0o600);
    try {
      fs.writeFileSync(descriptor, bytes);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(partial, path.join(folder, file));
    partial = undefined;
    for (const other of fs.readdirSync(folder)) {
      if (/\.code(\.\d+)?$/.test(other) && !other.startsWith(build)) {
        fs.unlinkSync(path.join(folder, other));
      }
    }
  } catch {
    try {
      if (partial) fs.unlinkSync(partial);
    } catch {
      // A full or read-only disk: there is simply no cache.
    }
  }
}

const program = path.join(__dirname, '__PROGRAM__');
// Kept open: a section that is asked for after an upgrade has to be one of the program that runs.
const descriptor = fs.openSync(program, 'r');

function read(from, length) {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const count = fs.readSync(descriptor, bytes, done, length - done, from + done);
    if (count === 0) throw new Error(`${program} is cut short: install ticktock again`);
    done += count;
  }
  return bytes.latin1Slice();
}

// The first line: what the build is called, and where each section begins and how long it is.
const head = read(0, __HEAD_BYTES__);
const {build, sections} = JSON.parse(head.slice(2, head.indexOf('*/')));

// A verb needs other code than the screen does: each keeps its own cache, small and quick to read.
const isVerb = /^[a-z]+$/.test(process.argv[2] || '') && process.argv[2] !== 'tour';
const kind = !isVerb && require('node:tty').isatty(1) ? 'screen' : 'plain';
/*
A screen is drawn from short-lived garbage. Left alone V8 keeps up to 48 MB of it before it looks;
many readers on one server need that memory more than each needs the fraction of a millisecond. Whoever
reads much takes more for that long (`source/commands/roomy-memory.ts`).
*/
if (kind === 'screen') {
  for (const flag of ['--semi-space-growth-factor=1', '--optimize-for-size']) {
    require('node:v8').setFlagsFromString(flag);
  }
}

const folder = cacheFolder();
/** Compiled scripts that have no cache yet. */
const unsaved = new Map();
const loaded = new Map();

function load(name) {
  const known = loaded.get(name);
  if (known) return known;
  const [from, length] = sections[name];
  const source = read(from, length);
  const file = `${build}-${name}-${kind}-${process.version}-${process.arch}.code`;
  const cachedData = folder && readCache(folder, file);
  const script = new vm.Script(source, {filename: `${program}#${name}`, cachedData});
  if (!cachedData || script.cachedDataRejected) unsaved.set(file, script);
  const given = {};
  loaded.set(name, given);
  script.runInThisContext()(given, requireSection, module, program, __dirname);
  return given;
}

function requireSection(id) {
  return id[0] === '#' ? load(id.slice(1)) : module.require(id);
}

function save() {
  for (const [file, script] of unsaved) writeCache(folder, file, script, build);
  unsaved.clear();
}

// A shared account keeps nothing.
if (folder && !process.argv.includes('--kiosk')) {
  setTimeout(save, SAVE_AFTER_MS).unref();
  process.once('exit', save);
}
load('__FIRST__');
