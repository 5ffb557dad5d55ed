import { initAll } from './govuk-frontend.mjs';

initAll();
