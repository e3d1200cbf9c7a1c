import {setFlagsFromString} from 'node:v8';

/*
A session keeps what it makes for a moment in very little memory (`launcher.cjs`), because fifty readers
may share a server. Who makes a great deal pays for that with most of the time: reading a table takes twice
as long.
*/
const ROOMY = ['--semi-space-growth-factor=2', '--no-optimize-for-size'];
const SMALL = ['--semi-space-growth-factor=1', '--optimize-for-size'];

/**
Let the work have the memory it needs to be done soon; afterwards the session is small again.

@returns what the work returns.
*/
export async function inRoomyMemory<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const flag of ROOMY) setFlagsFromString(flag);
  try {
    return await work();
  } finally {
    for (const flag of SMALL) setFlagsFromString(flag);
  }
}
