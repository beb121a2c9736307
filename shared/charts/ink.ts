/** The colours of the light theme, without the sign: what paper, slides and pictures are drawn in. */
export const INK = {
  ink: "15181C",
  ink2: "454C55",
  ink3: "636B75",
  line: "DDDFE2",
  control: "7F8791",
  sunken: "EEEEEA",
  band: "F0F1F1",
  accent: "1A53B8",
  accentGround: "E8EEFA",
  good: "006D77",
  bad: "C0341D",
  watch: "855600",
  neutral: "5A3E9B",
  actual: "3A4149",
  lastYear: "A7AEB6",
  ground: "FFFFFF",
} as const;
