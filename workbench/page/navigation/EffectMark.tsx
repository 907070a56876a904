import { Text } from "@mantine/core";
import type { Step } from "../../messages";

const COLORS = {
  reads: "light-dark(var(--mantine-color-teal-9), var(--mantine-color-teal-4))",
  writes: "light-dark(var(--mantine-color-indigo-8), var(--mantine-color-indigo-3))",
  deletes: "light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))",
} as const;
const WORDS = { reads: "READ", writes: "WRITE", deletes: "DELETE" } as const;

/** What a step does, in a word: the method of its endpoint where it is one. */
export function effectOf({ endpoint, effect }: Step): string {
  return endpoint?.split(" ")[0] ?? WORDS[effect];
}

interface EffectMarkProps {
  readonly step: Step;
  /** How wide it is, where it stands in a column. @defaultValue as wide as the word */
  readonly w?: number;
  /** It stands on a colour of its own. @defaultValue false */
  readonly isActive?: boolean;
}

/** The word, beside a step's name. Whoever listens hears it as the step's description. */
export function EffectMark({ step, w, isActive = false }: EffectMarkProps) {
  const word = effectOf(step);
  return (
    <Text
      component="span"
      aria-hidden
      display="inline-block"
      w={w ?? "auto"}
      fz={10}
      fw={700}
      c={isActive ? "inherit" : COLORS[step.effect]}
    >
      {word === "DELETE" ? "DEL" : word}
    </Text>
  );
}
