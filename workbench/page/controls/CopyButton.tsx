import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";

/** Copies a text, which is made only then. */
export function CopyButton({
  name,
  textOf,
}: {
  readonly name: string;
  readonly textOf: () => string;
}) {
  const clipboard = useClipboard();
  return (
    <Button size="compact-xs" variant="default" onClick={() => clipboard.copy(textOf())}>
      <span aria-live="polite">{clipboard.copied ? "Copied" : name}</span>
    </Button>
  );
}
