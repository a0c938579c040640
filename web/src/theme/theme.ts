import { createTheme, type MantineColorsTuple } from '@mantine/core';

const kapuas: MantineColorsTuple = [
  '#EEF7F8',
  '#E0F1F3',
  '#BFE0E5',
  '#8FC7D0',
  '#57A7B4',
  '#2C8797',
  '#147082',
  '#0B5C6B',
  '#08495A',
  '#063844',
];

/** The values are repeated as CSS variables in kapuas.css: the content policy allows no injected style element. */
export const theme = createTheme({
  primaryColor: 'kapuas',
  primaryShade: 7,
  colors: { kapuas },
  white: '#FFFFFF',
  black: '#14212B',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  defaultRadius: 10,
  focusRing: 'never',
  respectReducedMotion: true,
});
