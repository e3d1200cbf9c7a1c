import {showRemembered} from './commands/early-screen.js';
import {runCommandLine} from './commands/run-command-line.js';

const words = process.argv.slice(2);
showRemembered(words);
void runCommandLine(words);
