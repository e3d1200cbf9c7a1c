import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const isInstalled = (name) => {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
};

const words = ['strike', 'statement', 'demand', 'answer', 'movement', 'denial', 'meeting'];

/** Five hundred lines that differ, as a list of events does. */
const lines = Array.from({length: 500}, (_, index) => {
  const at = new Date(Date.UTC(2023, 9, 17) + index * 3_600_000).toISOString();
  return `${at} INFO ${words[index % 7]} number ${index} at place ${index % 23} by actor ${(index * 7) % 31}`;
});

/** A chronology as long as what the others show. */
function manyEvents() {
  const events = lines.map((line, index) => {
    const [at] = line.split(' ');
    return [
      `  - id: e${index}`,
      `    title: ${words[index % 7]} number ${index}`,
      `    summary: ${line.slice(26)}`,
      `    when: {edtf: "${at.slice(0, 19)}Z", basis: stated}`,
      '    side: one',
    ].join('\n');
  });
  const claims = lines.map(
    (_, index) =>
      `  - {id: c${index}, about: {event: e${index}, field: "*"}, said_by: null, voice: reporter, value: null, citations: [{source: log}]}`,
  );
  return [
    'chronology: 1',
    'title: Five hundred events',
    'timezone: Etc/UTC',
    'sides: [{id: one, name: One}]',
    'fields: []',
    'sources: [{id: log, headline: A log}]',
    'actors: []',
    'places: []',
    'events:',
    ...events,
    'claims:',
    ...claims,
    'links: []',
    '',
  ].join('\n');
}

function makeRepository(folder) {
  const stream = lines
    .map((line, index) => {
      const when = 1_697_500_000 + index * 3600;
      const content = `${line}\n`;
      return [
        'commit refs/heads/main',
        `committer Some One <one@example.org> ${when} +0000`,
        `data ${Buffer.byteLength(line)}`,
        line,
        'M 644 inline file.txt',
        `data ${Buffer.byteLength(content)}`,
        content,
      ].join('\n');
    })
    .join('\n');
  mkdirSync(folder);
  execFileSync('git', ['init', '-q', '-b', 'main', folder]);
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], {input: `${stream}\n`});
}

/**
@param folder - an empty one, for what the programs are to show.
@param program - path of the built program.
@returns what to run: command, environment, and the keys for each thing that is measured.
*/
export async function benchPrograms(folder, program) {
  const log = join(folder, 'events.log');
  writeFileSync(log, `${lines.join('\n')}\n`);
  const csv = join(folder, 'events.csv');
  writeFileSync(
    csv,
    `when,level,what\n${lines.map((line) => line.replace(' ', ',').replace(' ', ',')).join('\n')}\n`,
  );
  const repository = join(folder, 'repository');
  const ours = [process.execPath, program];
  const keys = {step: 'j', back: 'k', page: '\u0004', pageBack: '\u0015', open: '\r', quit: 'q'};
  const many = join(folder, 'events.yaml');
  writeFileSync(many, manyEvents());
  const own = {isOurs: true, keys: {...keys, first: 'g'}};
  const programs = [
    {...own, name: 'ticktock', command: ours, env: {}},
    {...own, name: 'ticktock, 500 events', command: [...ours, many], env: {}},
    {...own, name: 'stock Ink', isStock: true, command: ours, env: {TICKTOCK_STOCK_INK: '1'}},
  ];
  if (isInstalled('tig') && isInstalled('git')) {
    makeRepository(repository);
    programs.push({
      name: 'tig',
      command: ['tig'],
      cwd: repository,
      env: {},
      keys: {...keys, page: ' ', pageBack: '-', open: '\r', quit: 'Q'},
    });
  }
  if (isInstalled('less')) {
    programs.push({
      name: 'less',
      command: ['less', log],
      env: {},
      keys: {scroll: 'j', page: ' ', quit: 'q'},
    });
  }
  if (isInstalled('vim')) {
    programs.push({
      name: 'vim',
      command: ['vim', '-u', 'NONE', '-N', '-c', 'set cursorline nowrap', log],
      env: {},
      keys: {...keys, page: '\u0006', pageBack: '\u0002', open: undefined, quit: ':q!\r'},
    });
  }
  if (isInstalled('lnav')) {
    programs.push({
      name: 'lnav',
      command: ['lnav', log],
      env: {},
      // It opens at the end of a log.
      keys: {first: 'g', scroll: 'j', back: 'k', page: ' ', quit: 'q'},
    });
  }
  if (isInstalled('vd')) {
    programs.push({
      name: 'vd',
      command: ['vd', csv],
      env: {},
      keys: {...keys, page: '\u0006', pageBack: '\u0002', open: '\r', quit: 'gq'},
    });
  }
  return programs;
}
