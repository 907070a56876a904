import nock from "nock";

// Merely to import nock puts it in the place of Node's own requests, and those are one for all the
// files that a worker runs: the next file would get sockets that are not the real ones.
afterAll(() => nock.restore());

/** nock, which leaves Node's requests as they were once a file's tests have ended. */
export default nock;
