import { listenFault } from "../../src/mcp/serving/faults";

it.each([
  ["EACCES", "80: this user may not use the port. Choose one from 1024 on with --port."],
  ["EADDRNOTAVAIL", "80: this machine does not have that address."],
  ["EOTHER", "80: EOTHER: in Node's words"],
])("a server that cannot listen because of %s says what to do", (code, words) => {
  const thrown = Object.assign(new Error(`${code}: in Node's words`), { code });
  expect(listenFault(thrown, "127.0.0.1", 80).message).toContain(
    `Cannot listen on 127.0.0.1:${words}`,
  );
});
