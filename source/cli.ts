import {runCommandLine} from './commands/run-command-line.js';

void runCommandLine(process.argv.slice(2));
