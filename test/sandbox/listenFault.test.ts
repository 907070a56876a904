import { listenFault } from "../../sandbox/listenFault";

/** What Node throws. */
const thrown = (code: string) => Object.assign(new Error(`${code}: in Node's words`), { code });

it("says what to do about a port that this user may not use", () => {
  expect(listenFault(thrown("EACCES"), 80)).toBe(
    "The sandbox cannot listen on port 80: this user may not use it. Choose a port from 1024 on with --port; 0 picks a free one.",
  );
});

it("says nothing of another failure", () => {
  expect(listenFault(thrown("EOTHER"), 80)).toBeUndefined();
});
