import type {PaneName} from '../core/state/pane-content.js';
import {accountsPane} from './accounts-pane.js';
import {actorPane} from './actor-pane.js';
import {chainPane} from './chain-pane.js';
import {changesPane} from './changes-pane.js';
import {claimPane} from './claim-pane.js';
import {contestedPane} from './contested-pane.js';
import {eventPane} from './event-pane.js';
import {figuresPane} from './figures-pane.js';
import {legendPane} from './legend-pane.js';
import {momentPane} from './moment-pane.js';
import type {Pane} from './pane.js';
import {placePane} from './place-pane.js';
import {problemsPane} from './problems-pane.js';
import {sourcePane} from './source-pane.js';
import {sourcesPane} from './sources-pane.js';

/** Every pane by its name. */
export const PANES: Readonly<Record<PaneName, Pane>> = {
  event: eventPane,
  accounts: accountsPane,
  contested: contestedPane,
  claim: claimPane,
  actor: actorPane,
  place: placePane,
  chain: chainPane,
  source: sourcePane,
  sources: sourcesPane,
  figures: figuresPane,
  moment: momentPane,
  problems: problemsPane,
  changes: changesPane,
  legend: legendPane,
};
