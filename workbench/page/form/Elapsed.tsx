import { useInterval } from "@mantine/hooks";
import { useState } from "react";

/** How long something has been under way. */
export function Elapsed({ since }: { readonly since: string }) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true });
  const seconds = Math.max(0, Math.round((now - Date.parse(since)) / 1000));
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
