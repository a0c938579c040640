import './font.css';
import './kapuas.css';
