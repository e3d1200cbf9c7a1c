import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {spawn} from '@lydell/node-pty';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless');

/** Start a program in a pty with an emulator behind it, and count what it sends. */
export function startInPty({command, env = {}, cwd}, {columns, rows, home}) {
  const emulator = new Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
  const [file, ...others] = command;
  const startedAt = performance.now();
  const pty = spawn(file, others, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    encoding: null,
    cwd: cwd ?? home,
    env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env},
  });
  const run = {
    pid: pty.pid,
    emulator,
    bytes: 0,
    frames: 0,
    output: '',
    firstAt: undefined,
    lastAt: startedAt,
    startedAt,
    isOver: false,
    status: undefined,
    send: (keys) => {
      if (!run.isOver) pty.write(keys);
    },
    resize: (width, height) => {
      if (!run.isOver) pty.resize(width, height);
    },
    hangUp: () => pty.destroy(),
  };
  let wake = () => {};
  run.ended = new Promise((resolve) => {
    pty.onExit(({exitCode, signal}) => {
      run.isOver = true;
      run.status = signal ? 128 + signal : exitCode;
      wake();
      resolve();
    });
  });
  pty.onData((data) => {
    run.bytes += data.length;
    run.frames++;
    run.output += Buffer.from(data).toString('latin1');
    run.lastAt = performance.now();
    run.firstAt ??= run.lastAt;
    emulator.write(data);
    wake();
  });
  /** Resolves when nothing has come for a while, once something has. */
  run.quiet = async (milliseconds) => {
    if (run.bytes === 0 && !run.isOver) {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, 15_000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    for (;;) {
      const seen = run.bytes;
      const isQuiet = await new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve(run.isOver);
        };
      });
      if (run.isOver || (isQuiet && seen === run.bytes)) break;
    }
    await new Promise((resolve) => emulator.write('', resolve));
  };
  run.kill = async () => {
    try {
      process.kill(pty.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    await run.ended;
  };
  return run;
}

/** @returns each cell of the screen as one number-like text: what a reader sees of it. */
export function cellsOf(emulator) {
  const cells = [];
  for (let row = 0; row < emulator.rows; row++) {
    const line = emulator.buffer.active.getLine(emulator.buffer.active.baseY + row);
    for (let column = 0; column < emulator.cols; column++) {
      const cell = line?.getCell(column);
      cells.push(
        cell === undefined
          ? ''
          : `${cell.getChars()}|${cell.getFgColorMode()}${cell.getFgColor()}|${cell.getBgColorMode()}${cell.getBgColor()}|${cell.isBold()}${cell.isInverse()}${cell.isDim()}${cell.isUnderline()}`,
      );
    }
  }
  return cells;
}

/** @returns milliseconds of CPU that each thread of a process has used; the first one runs the program. */
export function cpuOf(pid) {
  const threads = {};
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    threads[thread] = Number(nanoseconds) / 1e6;
  }
  const all = Object.values(threads).reduce((sum, value) => sum + value, 0);
  return {all, main: threads[pid]};
}

/** @returns the most memory that a process ever had, in MB. */
export function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

/** @returns the middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
