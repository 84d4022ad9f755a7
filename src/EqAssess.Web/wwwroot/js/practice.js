import { moved } from './most-least.js';

document.addEventListener('change', (event) => moved(event.target));
