import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import './font.css';
import './mantine.css';
import './kapuas.css';

export { theme } from './theme.ts';
