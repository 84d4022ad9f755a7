// A link tells whose browser this is now: what somebody else wrote in it and did not save is forgotten.
import { openStore } from './take/store.js';

openStore(document.querySelector('[data-whose]').dataset.whose).all();
