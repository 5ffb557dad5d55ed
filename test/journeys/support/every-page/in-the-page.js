// Runs inside the page under test and looks at it as it stands; `barriers` is all that the suite calls.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();
  const spot = (element) =>
    `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} “${tidy(element.textContent).slice(0, 40)}”`;
  const inFrame = (element) => element.closest('header, footer, .govuk-skip-link') !== null;

  const nameOf = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const named = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent).join(' ');
    return tidy(element.getAttribute('aria-label') || named || labels || element.textContent);
  };
  const kindOf = (element) =>
    element.getAttribute('role') ??
    { a: 'link', input: element.type, fieldset: 'group' }[element.tagName.toLowerCase()] ??
    element.tagName.toLowerCase();

  const shape = () => {
    const faults = [];
    const say = (fault, wrong) => wrong && faults.push(fault);
    const main = all('main');
    say(`${all('h1').length} main headings`, all('h1').length !== 1);
    say('no language', document.documentElement.lang !== 'en-GB' && document.documentElement.lang !== 'en');
    say(`${main.length} main landmarks`, main.length !== 1);
    say('no title', !/^(Blank page|Your rights(, in easy read)?|\S.* – Waymark)$/.test(document.title));
    say(`title names somebody: ${document.title}`, /Sample |07700|ZZ\//.test(document.title));
    const ids = all('[id]').map(({ id }) => id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) say(`id ${id} twice`, true);
    for (const element of all('[style]')) say(`style attribute on ${spot(element)}`, true);
    for (const element of all('input:not([type=hidden]), select, textarea, button'))
      say(`no name for ${element.outerHTML.slice(0, 120)}`, nameOf(element) === '');
    for (const element of all('[aria-describedby], [aria-labelledby], [aria-controls]'))
      for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls'])
        for (const id of (element.getAttribute(attribute) ?? '').split(' ').filter(Boolean))
          say(`${attribute} of ${spot(element)} leads nowhere: ${id}`, document.getElementById(id) === null);
    for (const link of all('a[href^="#"]')) {
      const id = link.getAttribute('href').slice(1);
      say(`${spot(link)} leads nowhere`, id !== '' && document.getElementById(id) === null);
    }
    for (const table of all('main table'))
      say(`table without caption: ${spot(table)}`, !table.caption && !table.getAttribute('aria-label'));
    const goals = new Map();
    for (const link of all('main a[href]')) {
      const name = nameOf(link);
      say(`two links “${name}” lead to different places`, (goals.get(name) ?? link.href) !== link.href);
      goals.set(name, link.href);
    }
    return [...new Set(faults)];
  };

  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const sideways = () => {
    const faults = [];
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over > 0) {
      const wide = all('body *').filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !insideScroller(element),
      );
      faults.push(`scrolls sideways by ${over} pixels: ${wide.slice(-3).map(spot).join(', ')}`);
    }
    for (const element of all('body *')) {
      if (
        !scrolls(element) ||
        element.scrollWidth <= element.clientWidth ||
        element.matches('textarea, select, input')
      )
        continue;
      if (element.tabIndex < 0 || nameOf(element) === '' || !element.hasAttribute('role'))
        faults.push(`a scrolling region without a name or out of the keyboard's reach: ${spot(element)}`);
    }
    return faults;
  };
  const insideScroller = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
      if (scrolls(at)) return true;
    return false;
  };

  const look = (element) =>
    [element, ...(element.labels ?? [])]
      .flatMap((one) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(one, pseudo)))
      .map((s) =>
        [
          s.outlineStyle === 'none' || s.outlineWidth === '0px' ? '' : s.outline,
          s.boxShadow,
          s.backgroundColor,
          s.borderWidth,
          s.textDecorationLine,
        ].join(),
      )
      .join('|');

  const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const usable = () => all(REACHED).filter((one) => !one.matches(':disabled') && seen(one));
  /** Of radio buttons one stands for all of its name. */
  const group = (one) => (one.type === 'radio' ? `${one.form?.action} ${one.name}` : one);
  let atRest = new Map();
  let stops = [];
  let steps = [];
  let walking = false;
  /** Answers how many stops there should be. */
  const beginWalk = () => {
    document.activeElement?.blur();
    [stops, steps, walking] = [[], [], true];
    atRest = new Map(all(`${REACHED}, [tabindex]`).map((one) => [one, look(one)]));
    return new Set(usable().map(group)).size;
  };
  /** Where the key that was just let go led; the walk ends where it left the page or began again. */
  const step = () => {
    const at = document.activeElement;
    if (!at || at === document.body || stops.includes(at)) {
      walking = false;
      return;
    }
    const faults = [];
    const before = stops.at(-1);
    if (before && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING))
      faults.push(`the keyboard goes back from ${spot(before)} to ${spot(at)}`);
    if (atRest.get(at) === look(at)) faults.push(`focus cannot be seen on ${spot(at)}`);
    const [box] = at.getClientRects();
    const x = box && Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = box && Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const top = box && document.elementFromPoint(x, y);
    const own =
      top &&
      (at.contains(top) || top.contains(at) || [...(at.labels ?? [])].some((label) => label.contains(top)));
    if (!own) faults.push(`focus on ${spot(at)} is hidden${top ? ` under ${spot(top)}` : ''}`);
    stops.push(at);
    steps.push({ stop: `${kindOf(at)}: ${nameOf(at)}`, ...placeOf(at), faults });
  };
  document.addEventListener('keyup', ({ key }) => key === 'Tab' && walking && step(), true);
  /** What does not belong to the order of the page itself: its frame, the rows of a table, the way to more of them. */
  const placeOf = (at) => {
    const rows = all('tbody tr');
    const row = at.closest('tbody tr');
    return {
      framed: inFrame(at),
      more: at.closest('.waymark-more') !== null,
      row: rows.indexOf(row),
      table: all('tbody').indexOf(row?.parentElement),
    };
  };
  const walked = () => ({ steps, walking });
  /** What can be seen and used, and yet no Tab led there. */
  const missed = () => {
    const reached = new Set(stops.map(group));
    return usable()
      .filter((one) => !reached.has(group(one)))
      .map((one) => `the keyboard does not reach ${spot(one)}`);
  };
  /** The stops of the walk once more, in the colours that are now forced. */
  const focusAgain = () => {
    document.activeElement?.blur();
    const rest = new Map(stops.map((one) => [one, look(one)]));
    return stops
      .filter((one) => {
        one.focus({ preventScroll: true });
        return rest.get(one) === look(one);
      })
      .map((one) => `focus cannot be seen in forced colours on ${spot(one)}`);
  };

  const moving = () =>
    document.getAnimations().length > 0 ? ['something moves although less motion is wished'] : [];
  const heading = () => (all('h1').some(seen) ? [] : ['printed without its main heading']);
  const words = () => tidy((document.querySelector('main') ?? document.body).innerText);
  const summary = () => {
    const box = document.querySelector('.govuk-error-summary');
    if (!/^Error: /.test(document.title)) return [`the title of a page in error: ${document.title}`];
    if (!box) return ['no error summary'];
    const links = all('a', box);
    const astray = links.filter(
      (link) =>
        !document
          .getElementById(link.hash.slice(1))
          ?.matches('input, select, textarea, button, fieldset, div, a, summary'),
    );
    return [
      ...(links.length === 0 ? ['an error summary without a link'] : []),
      ...astray.map((link) => `${spot(link)} leads to no field`),
    ];
  };
  const fieldsOf = (form) => all('input:not([type=hidden]), select, textarea', form);
  /** Where each form goes; nothing for those that change nothing or have nothing to fill in. */
  const forms = () =>
    all('main form').map((form) =>
      form.method === 'post' && fieldsOf(form).length > 0 ? new URL(form.action).pathname : '',
    );
  /** Empties one form and sends it. */
  const sendEmpty = (index) => {
    const form = all('main form')[index];
    for (const field of fieldsOf(form)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
      else if (field.tagName === 'SELECT')
        field.selectedIndex = [...field.options].findIndex(({ value }) => value === '');
      else field.value = '';
    }
    form.noValidate = true;
    // Later, so that the page does not go while it is still being asked.
    setTimeout(() => form.querySelector('button:not([type=button]):not([formaction])').click(), 0);
  };

  window.waymarkLook = {
    shape,
    sideways,
    beginWalk,
    walked,
    missed,
    focusAgain,
    moving,
    heading,
    words,
    summary,
    forms,
    sendEmpty,
  };
})();
