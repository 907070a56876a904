import {
  Box,
  type MantineColorScheme,
  SegmentedControl,
  useMantineColorScheme,
} from "@mantine/core";

const SCHEMES: { label: string; value: MantineColorScheme }[] = [
  { label: "Auto", value: "auto" },
  { label: "Light", value: "light" },
  { label: "Dark", value: "dark" },
];

/** Light, dark, or as the machine has it. */
export function ColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Box p="xs" mt="auto">
      <SegmentedControl
        aria-label="Appearance"
        size="xs"
        fullWidth
        data={SCHEMES}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </Box>
  );
}
