import {afterEach} from 'vitest';
import {endSessions} from './pty-session.js';

// A test that fails leaves its programs in the middle of things.
afterEach(async ({task}) => {
  const pictures = await endSessions();
  if (task.result?.state === 'fail') process.stderr.write(pictures.map((it) => `${it}\n`).join(''));
});
