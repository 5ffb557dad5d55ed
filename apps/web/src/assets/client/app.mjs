import { initAll } from './govuk-frontend.mjs';

initAll();

// "Cover screen" without a round trip. Where this does not run, the same button leads to a blank page of the server's.
const title = document.title;

for (const button of document.querySelectorAll('[data-cover]')) {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const cover = document.createElement('div');
    const again = document.createElement('button');
    cover.className = 'waymark-cover';
    again.type = 'button';
    again.className = 'waymark-link-button';
    again.textContent = 'Show again';
    again.addEventListener('click', () => {
      document.body.classList.remove('waymark-covered');
      document.title = title;
      cover.remove();
      button.focus();
    });
    cover.append(again);
    document.body.append(cover);
    document.body.classList.add('waymark-covered');
    document.title = 'Blank page';
    again.focus();
  });
}
