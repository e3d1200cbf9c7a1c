import {cpuOf, peakOf, startInPty} from './pty-run.mjs';

const KEYS = 240;
/** Until V8 has compiled what is used often. */
const WARM_UP = 120;

/**
@param idleSeconds - how long to watch it doing nothing.
@returns milliseconds of CPU for one key, each one drawn before the next is pressed: the first ones,
those after, and of these what the main thread used; memory at the peak afterwards; CPU and bytes
while idle.
*/
export async function measureLoad(program, at, idleSeconds) {
  const run = startInPty(program, at);
  await run.quiet(1500);
  run.send(`${program.keys.first}${program.keys.step.repeat(3)}`);
  await run.quiet(300);
  const press = async (count) => {
    for (let time = 0; time < count; time++) {
      const {bytes} = run;
      run.send(time % 12 < 6 ? program.keys.step : program.keys.back);
      const until = performance.now() + 200;
      while (run.bytes === bytes && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
  };
  const cold = cpuOf(run.pid);
  await press(WARM_UP);
  const warm = cpuOf(run.pid);
  await press(KEYS);
  const after = cpuOf(run.pid);
  const firstKeys = (warm.all - cold.all) / WARM_UP;
  const perKey = (after.all - warm.all) / KEYS;
  const perKeyMain = (after.main - warm.main) / KEYS;
  const peak = peakOf(run.pid);
  await run.quiet(4000);
  const idleCpu = cpuOf(run.pid).all;
  const {bytes} = run;
  await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
  const result = {
    name: program.name,
    firstKeys,
    perKey,
    perKeyMain,
    peak,
    idleSeconds,
    idleCpu: cpuOf(run.pid).all - idleCpu,
    idleBytes: run.bytes - bytes,
  };
  run.send(program.keys.quit);
  await run.quiet(200);
  await run.kill();
  return result;
}
