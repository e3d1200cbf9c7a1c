import {cellsOf, median, startInPty} from './pty-run.mjs';

const QUIET_MS = 120;

async function press(run, keys) {
  const before = cellsOf(run.emulator);
  const {bytes, frames} = run;
  run.send(keys);
  await run.quiet(QUIET_MS);
  const after = cellsOf(run.emulator);
  const cells = after.reduce((sum, cell, at) => (cell === before[at] ? sum : sum + 1), 0);
  return {bytes: run.bytes - bytes, cells, frames: run.frames - frames};
}

async function pressSeveral(run, keys, times) {
  const all = [];
  for (let time = 0; time < times; time++) all.push(await press(run, keys));
  return {bytes: median(all.map(({bytes}) => bytes)), cells: median(all.map(({cells}) => cells))};
}

/**
@returns bytes sent and cells changed for a cursor step, a scrolled row, a page, an opened pane, a
hundred held keys, and three hundred keys in one write.
*/
export async function measureBytes(program, at) {
  const run = startInPty(program, at);
  await run.quiet(900);
  const {keys} = program;
  const result = {name: program.name, firstScreen: run.bytes};
  if (keys.first !== undefined) {
    run.send(`${keys.first}jj`);
    await run.quiet(300);
  }
  if (keys.step !== undefined) result.step = await pressSeveral(run, keys.step, 5);
  if (keys.open !== undefined) {
    result.open = await press(run, keys.open);
    run.send(program.isOurs ? '\u001b' : 'q');
    await run.quiet(300);
  }
  // From the bottom row on a step scrolls the list.
  const scroll = keys.scroll ?? keys.step;
  run.send(scroll.repeat(keys.scroll === undefined ? at.rows : 3));
  await run.quiet(400);
  result.scroll = await pressSeveral(run, scroll, 5);
  result.page = await pressSeveral(run, keys.page, 3);
  if (keys.pageBack !== undefined) {
    for (let time = 0; time < 5; time++) run.send(keys.pageBack);
    await run.quiet(300);
  }
  const {bytes, frames} = run;
  for (let time = 0; time < 100; time++) {
    run.send(scroll);
    await new Promise((resolve) => setTimeout(resolve, 33));
  }
  await run.quiet(300);
  result.held = {bytes: run.bytes - bytes, frames: run.frames - frames};
  result.burst = await press(run, (scroll + (keys.back ?? scroll)).repeat(150));
  result.clears = /\u001b\[[23]?J\u001b\[H|\u001b\[H\u001b\[[023]?J|\u001b\[[23]J/.test(
    run.output.slice(result.firstScreen),
  );
  run.send(keys.quit);
  await run.quiet(200);
  await run.kill();
  return result;
}
