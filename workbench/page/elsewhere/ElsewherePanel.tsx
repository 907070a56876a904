import { Text } from "@mantine/core";
import type { Asked } from "../../messages";

/** The same step as terminal command, in code and over MCP, to copy. */
export function ElsewherePanel({ asked }: { readonly asked: Asked }) {
  return <Text>{asked.key}</Text>;
}
