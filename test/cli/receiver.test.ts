import { type Receiver, receive } from "../../cli/receiver";

it("what calls a flow runs it one call after the other", async () => {
  let underWay = 0;
  let most = 0;
  const receiver: Receiver = await receive(async ({ body: { data } }) => {
    underWay += 1;
    most = Math.max(most, underWay);
    // As long as another call takes to come in.
    await fetch(receiver.url);
    underWay -= 1;
    return { data, status: 202 };
  });
  try {
    const calls = Array.from({ length: 5 }, async () => {
      const { status } = await fetch(receiver.url, { method: "POST" });
      return status;
    });
    expect(await Promise.all(calls)).toEqual([202, 202, 202, 202, 202]);
    expect(most).toBe(1);
  } finally {
    await receiver.close();
  }
});

it("a call that fails keeps none from the next", async () => {
  let count = 0;
  const receiver = await receive(async () => {
    count += 1;
    if (count === 1) {
      throw new Error("Failed.");
    }
    return { data: null, status: 200 };
  });
  try {
    const call = async () => (await fetch(receiver.url, { method: "POST" })).status;
    expect([await call(), await call()]).toEqual([500, 200]);
  } finally {
    await receiver.close();
  }
});
