/**
 * What the page and its server tell each other, as JSON. Addresses are relative to the page's own,
 * which holds the token: `api/runs`.
 *
 * | Request | Takes | Answers |
 * | --- | --- | --- |
 * | `GET api/catalogue` | | {@link Catalogue} |
 * | `GET api/account` | | {@link Account} |
 * | `PUT api/account` | {@link Asked} of a connection | {@link Account}, or 422 {@link Failure} |
 * | `DELETE api/account` | | {@link Account}: this one is left for {@link Account.back} |
 * | `POST api/check` | {@link Asked} | {@link Checked} |
 * | `POST api/elsewhere` | {@link Asked} | {@link Elsewhere} |
 * | `POST api/picks` | {@link Asked} of a pick list | {@link Picks}, or 422 {@link Failure} |
 * | `POST api/files?name=…` | the file itself, with its Content-Type | {@link FileReference} |
 * | `GET api/runs` | | {@link RunSummary}[], the newest first |
 * | `POST api/runs` | {@link Asked} | {@link Run}, running; 409 {@link Failure} for one to confirm first |
 * | `GET api/runs/{id}` | | {@link Run} |
 * | `DELETE api/runs/{id}` | | {@link Run}: what is under way is cancelled |
 * | `GET api/runs/{id}/answer` | | the answer as JSON, or the file that it is |
 * | `GET api/runs/{id}/answer.json`, `…/answer.csv`, `…/answer.file` | | the same as a download |
 * | `GET api/flows` | | {@link Flow}[] |
 * | `POST api/flows` | {@link Asked} of a trigger | {@link Flow}; 409 or 422 {@link Failure} |
 * | `POST api/flows/{id}/runs` | | {@link Run}: a poll, now |
 * | `DELETE api/flows/{id}` | | {@link Flow}, stopped |
 * | `GET api/sandbox` | | {@link SandboxState} |
 * | `POST api/sandbox/happenings` | {@link Happening}'s key: `{ key }` | {@link Happened} |
 * | `POST api/sandbox/faults` | {@link FaultAsked} | {@link SandboxState} |
 * | `DELETE api/sandbox/faults` | | {@link SandboxState}: those that still wait are taken back |
 * | `GET api/events` | | server-sent events, each a {@link Told} as its data |
 *
 * What fails is answered with a status of 400 or above and a {@link Failure}.
 */
export type * from "./account";
export type * from "./asked";
export type * from "./catalogue";
export type * from "./elsewhere";
export type * from "./flow";
export type * from "./run";
export type * from "./told";
