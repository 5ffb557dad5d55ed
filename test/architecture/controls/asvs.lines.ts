import { proof, type ControlLine } from './control';

const NO_PASSWORDS =
  'There are no passwords: sign-in is OpenID Connect alone, and nothing secret of a person is kept.';
const THE_ISSUERS =
  'This is the business of the identity provider that a service brings; ours is a local one for trying out.';
const AT_THE_PROXY = 'TLS ends at the proxy of whoever runs it; the images ship none.';

/** OWASP ASVS 5.0.0, levels 1 and 2, in the order of its chapters. */
export const ASVS: readonly ControlLine[] = [
  {
    controls: '1.1.1–2, 1.2.1–3, 3.2.2',
    what: 'Input is decoded once, before it is checked; templates escape at the end, for the place it stands in',
    proofs: [
      proof('request-reading/form-body.spec.ts', 'keeps what was typed to the letter'),
      proof('request-reading/json-reader.spec.ts', 'answers as JSON.parse does for every value it accepts'),
      proof('mail/mail-catcher.spec.ts', 'shows markup in a message as text'),
      proof('app-setup.spec.ts', 'has the nonce of its own header'),
    ],
  },
  {
    controls: '1.2.4',
    what: 'Statements have parameters; hostile values in every place break none',
    proofs: [proof('every-route/hostile.spec.ts', 'it neither breaks nor writes anything it refuses')],
  },
  {
    controls: '1.2.5–8, 1.3.4–5, 1.3.8–9, 1.5.1',
    what: 'Shells, LDAP, XPath, LaTeX, SVG or markup of users, JNDI, memcache, XML of users',
    proofs: [],
    open: 'None of these takes anything from users. The XML inside spreadsheets is read by a reader that knows no entities.',
  },
  {
    controls: '1.2.9',
    what: 'No pattern is built of what somebody typed',
    proofs: [proof('request-reading/json-reader.spec.ts', 'reads the largest body within 50 ms')],
    open: 'That patterns are quick is measured for the reader of bodies; others are held short by the length of their input.',
  },
  {
    controls: '1.3.1–2, 1.3.7, 1.3.10',
    what: 'No HTML is taken, no code or template is made of input',
    proofs: [proof('every-route/hostile.spec.ts', 'it neither breaks nor writes anything it refuses')],
  },
  {
    controls: '1.3.3, 1.4.2, 2.2.1–3',
    what: 'Everything that comes in is held to a type, a length, a range and a list of codes, on the server, parts against each other',
    proofs: [
      proof('request-reading/dto.spec.ts', 'finds nothing in any DTO of this service'),
      proof('request-reading/dto.spec.ts', 'finds every gap in a careless one'),
      proof('api/hostile-values.spec.ts', 'is refused at its field, with what to do'),
      proof('api/hostile-bodies.spec.ts', 'holds every POST of the description to hostile bodies'),
    ],
  },
  {
    controls: '1.3.6',
    what: 'The service calls no address that anybody sends it',
    proofs: [proof('request-reading/safe-path.spec.ts', 'is the home page instead of %j')],
  },
  {
    controls: '1.3.11',
    what: 'Addresses of mail are plain ones, and a message has one recipient',
    proofs: [
      proof('mail/plain-address.spec.ts', 'refuses %s'),
      proof('mail/person-mail.spec.ts', 'has one recipient'),
    ],
  },
  {
    controls: '1.4.1, 1.4.3',
    what: 'Memory is managed by the language',
    proofs: [],
    open: 'JavaScript without native code of our own: there is nothing to try.',
  },
  {
    controls: '1.5.2, 15.3.5–6',
    what: 'What is read becomes plain values of known types; prototypes cannot be reached',
    proofs: [
      proof('request-reading/json-reader.spec.ts', 'does not reach the prototype of anything'),
      proof('api/hostile-bodies.spec.ts', 'refuses %s and saves nothing'),
    ],
  },
  {
    controls: '2.1.1–3',
    what: 'What may be sent is written down: the description of the API, made of the same classes that check it',
    proofs: [proof('api/openapi.spec.ts', 'names each operation once and says what it is for')],
    open: 'Limits of business rules are in the domain’s own docstrings and decisions, not in one document.',
  },
  {
    controls: '2.3.1',
    what: 'Steps come in their order: every state has its machine, checked when the service starts',
    proofs: [
      proof('architecture/documents.spec.ts', 'docs/state-machines.md shows the machines as they are'),
      proof('intake/redirects.spec.ts', 'refuses what is stale, asked twice, out of order or not there'),
    ],
  },
  {
    controls: '2.3.2–4',
    what: 'An act is whole or it is not there; the same thing is done once, and one of two at once wins',
    proofs: [
      proof('api/referrals.spec.ts', 'the same submission ten times at once makes one referral'),
      proof(
        'handovers/handovers.spec.ts',
        'accepted by the receiver and taken by another at once leaves one owner',
      ),
      proof('every-route/hostile.spec.ts', 'it neither breaks nor writes anything it refuses'),
    ],
  },
  {
    controls: '2.4.1',
    what: 'Signing in is limited by how often; looks at many people are found and judged',
    proofs: [
      proof(
        'every-route/forms-and-factors.spec.ts',
        'signing in is answered so many times a minute and no more',
      ),
      proof(
        'access-log/unusual-access.spec.ts',
        'are found by the last name, and by how many people there were',
      ),
    ],
    open: 'No other route counts how often it is asked; that is the proxy’s.',
  },
  {
    controls: '3.2.1, 3.4.2–6, 14.3.2',
    what: 'Each answer of each route forbids what it did not send, frames, sniffing, referrers, other origins and keeping',
    proofs: [
      proof('every-route/forms-and-factors.spec.ts', 'every answer forbids what we did not send'),
      proof('app-setup.spec.ts', 'forbids what it did not send, and is not kept by the browser'),
    ],
  },
  {
    controls: '3.3.1, 3.3.3, 3.4.1',
    what: 'Over https: strict transport, and a cookie that is secure and bound to its host',
    proofs: [proof('app-setup.spec.ts', 'over https asks for https only, and binds its cookie to the host')],
  },
  {
    controls: '3.3.2, 3.3.4',
    what: 'The cookie is not there for scripts and not sent with forms of other sites',
    proofs: [proof('sign-in/sign-in.spec.ts', 'keeps the cookie from scripts and from other sites’ forms')],
  },
  {
    controls: '3.5.1–3',
    what: 'Every form of every page carries its session’s token and comes from our own pages; the API takes no cookie; reading changes nothing',
    proofs: [
      proof('every-route/forms-and-factors.spec.ts', 'no page takes a form without its token'),
      proof('api/problem-json.spec.ts', 'takes no cookie'),
      proof('sign-in/sign-in.spec.ts', 'cannot be done to someone by a link'),
    ],
  },
  {
    controls: '3.5.4–5, 3.7.1',
    what: 'One application on one host, without messages between windows and without plug-ins',
    proofs: [proof('assets/build-assets.spec.ts', 'load nothing from elsewhere')],
  },
  {
    controls: '3.7.2',
    what: 'Nobody is sent to another site but the issuer, and the ones that the page for leaving knows',
    proofs: [
      proof('request-reading/safe-path.spec.ts', 'is the home page instead of %j'),
      proof(
        'sign-in/sign-in.spec.ts',
        'starts at the public address when the page was opened at another name',
      ),
    ],
  },
  {
    controls: '4.1.1',
    what: 'Every answer says what it is, with its character set, and keeps to its description',
    proofs: [proof('every-route/forms-and-factors.spec.ts', 'every answer forbids what we did not send')],
  },
  { controls: '4.1.2', what: 'Redirects from http to https', proofs: [], open: AT_THE_PROXY },
  {
    controls: '4.1.3, 15.3.4',
    what: 'The client’s address is the proxy’s word over https, and nobody’s without it',
    proofs: [
      proof(
        'every-route/forms-and-factors.spec.ts',
        'signing in is answered so many times a minute and no more',
      ),
    ],
  },
  {
    controls: '4.2.1',
    what: 'Where a request ends',
    proofs: [],
    open: 'Node’s own parser in its strict setting, which we do not loosen; a proxy in front has to be tried where it runs.',
  },
  {
    controls: '4.3.1–2, 4.4.1–4, 17.1.1, 17.2.1–4, 17.3.1–2',
    what: 'GraphQL, WebSocket, WebRTC',
    proofs: [],
    open: 'There is none of them.',
  },
  {
    controls: '5.1.1, 5.2.1–3, 5.3.1–2',
    what: 'Files that are taken in: few kinds, by what they are and not what they are called, of bounded size, never unpacked to a folder',
    proofs: [
      proof('spreadsheets/spreadsheets.spec.ts', 'with %s is %s'),
      proof(
        'open-referral/hostile-files.props.spec.ts',
        'is read however deep it goes, and refused when it is longer',
      ),
    ],
    open: 'Files come from administrators and the command line only; what each may be is in the docs of each feature.',
  },
  {
    controls: '5.4.1–2',
    what: 'Files that leave have names that we made',
    proofs: [proof('api/data-protection.spec.ts', 'hands out the sealed pack byte for byte')],
  },
  {
    controls: '5.4.3',
    what: 'Files of others are searched for malware',
    proofs: [],
    open: 'No file of others is ever handed to anybody: what is read from one is numbers and codes.',
  },
  {
    controls: '6.1.1, 6.3.1',
    what: 'Guessing: the issuer’s limits, and ours on each way in',
    proofs: [
      proof(
        'every-route/forms-and-factors.spec.ts',
        'signing in is answered so many times a minute and no more',
      ),
    ],
  },
  { controls: '6.1.2, 6.2.1–12, 6.4.1–3', what: 'Passwords', proofs: [], open: NO_PASSWORDS },
  {
    controls: '6.1.3, 6.3.4',
    what: 'There are two ways in, a browser’s session and a program’s token, and both come of the same sign-in',
    proofs: [
      proof('api/problem-json.spec.ts', 'takes an access token of our issuer meant for this API'),
      proof('every-route/who-sees-what.spec.ts', 'nobody, and a session that ran out, get to no route'),
      proof('attacks/rights.spec.ts', 'is no way in for a browser’s session'),
    ],
  },
  {
    controls: '6.3.2',
    what: 'There are no accounts but those that somebody opened for one person',
    proofs: [proof('sign-in/sign-in.spec.ts', 'is refused to someone the issuer knows and we do not')],
  },
  {
    controls: '6.3.3, 6.8.4, 10.3.4',
    what: 'A second factor, by what the issuer says; what it does not say was not done',
    proofs: [
      proof(
        'sign-in/second-factor.spec.ts',
        'was used when the issuer names one of the configured methods or levels',
      ),
      proof('sign-in/second-factor.spec.ts', 'was not used when nothing is configured to show it'),
      proof('sign-in/sign-in.spec.ts', 'is refused when the issuer does not say when it happened'),
    ],
  },
  {
    controls: '6.4.4, 6.5.1–5, 6.6.1–3',
    what: 'Codes, devices and their loss',
    proofs: [],
    open: THE_ISSUERS,
  },
  {
    controls: '6.8.1, 10.3.3, 10.5.2',
    what: 'People are known by issuer and subject, never by mail address',
    proofs: [proof('sign-in/sign-in.spec.ts', 'is refused to someone the issuer knows and we do not')],
  },
  {
    controls: '6.8.2, 9.1.1–3, 9.2.1–4, 10.3.1–2',
    what: 'Tokens: signed by keys of the issuer, in date, for this audience, of the right kind',
    proofs: [
      proof('api/problem-json.spec.ts', 'takes no token for another audience, changed by a letter, unsigned'),
      proof('api/problem-json.spec.ts', 'takes no token %s'),
      proof(
        'identity/identity-provider.spec.ts',
        'gives the command line a signed access token for the API only',
      ),
    ],
  },
  { controls: '6.8.3', what: 'SAML', proofs: [], open: 'No assertion of it is ever read.' },
  {
    controls: '7.1.1–3',
    what: 'How long sessions live, and why',
    proofs: [
      proof('sign-in/session-limits.spec.ts', 'ends after 15 minutes without a page, to the millisecond'),
    ],
    open: 'How many sessions one person may have is not limited and not written down.',
  },
  {
    controls: '7.2.1–4',
    what: 'Sessions are kept here, named by a random number, new at each sign-in',
    proofs: [
      proof('sign-in/sign-in.spec.ts', 'gives the browser a new session: the one before is worth nothing'),
    ],
  },
  {
    controls: '7.3.1–2, 7.6.1',
    what: 'They end when nobody uses them and after a working day',
    proofs: [
      proof('sign-in/session-limits.spec.ts', 'ends after 15 minutes without a page, to the millisecond'),
      proof('sign-in/session-limits.spec.ts', 'ends 8 hours after signing in, however busy it was'),
      proof('every-route/who-sees-what.spec.ts', 'nobody, and a session that ran out, get to no route'),
    ],
  },
  {
    controls: '7.4.1, 7.4.4',
    what: 'Signing out is on every page and ends the session here',
    proofs: [
      proof('sign-in/sign-in.spec.ts', 'ends the session on our side and clears the browser'),
      proof('pages/web-support.spec.ts', 'carries form tokens, so that signing out ends the session'),
    ],
  },
  {
    controls: '7.4.2, 7.4.5',
    what: 'Closing an account ends what its person has open, at the next request',
    proofs: [proof('app-setup.spec.ts', 'closes at once when the person’s access is closed')],
  },
  { controls: '7.4.3', what: 'Ending other sessions when a factor changes', proofs: [], open: THE_ISSUERS },
  {
    controls: '7.5.1',
    what: 'Opening, reopening and changing an account ask for a second factor of the last 5 minutes; so do exports, emergencies and erasures',
    proofs: [
      proof(
        'every-route/forms-and-factors.spec.ts',
        'a page or act that asks for a fresh second factor is closed to an older one',
      ),
      proof('sign-in/fresh-factor.spec.ts', 'is let in with a token of a sign-in five minutes ago at most'),
      proof('api/guardians.spec.ts', 'two people erase, the second after a sign-in of the last minutes'),
    ],
  },
  {
    controls: '7.5.2',
    what: 'A list of one’s own sessions',
    proofs: [],
    open: 'There is none: a session ends by itself within 15 minutes of silence, and an administrator closes the account at once.',
  },
  {
    controls: '7.6.2, 10.1.2, 10.2.1–2, 10.5.1, 10.5.3–4',
    what: 'Sign-in begins and ends in one browser: state, nonce and proof key, one configured issuer, our own client',
    proofs: [
      proof(
        'sign-in/sign-in.spec.ts',
        'asks with a proof key, a state and a nonce, and for nothing about the person',
      ),
      proof(
        'sign-in/sign-in.spec.ts',
        'is refused to a browser that did not start it, to a changed state, and a second time',
      ),
    ],
  },
  {
    controls: '8.1.1–2, 8.2.1, 8.3.1',
    what: 'Who may do what is one table; each route names what of it opens it, and the guard reads that',
    proofs: [
      proof('sign-in/route-rules.spec.ts', 'opens to whoever the domain lets do one of its acts'),
      proof('sign-in/route-rules.spec.ts', 'is there for every route, or the application does not start'),
      proof(
        'every-route/who-sees-what.spec.ts',
        'a route that a role may not use answers it as an address where nothing is',
      ),
    ],
  },
  {
    controls: '8.2.2, 8.4.1',
    what: 'Record by record, agency by agency: in code and again in the database',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'answers, on every route, as one that never was'),
      proof(
        'database/row-level-security.spec.ts',
        'is enabled and forced on every table, and each has a policy',
      ),
      proof('attacks/claims-on-a-connection.spec.ts', 'are never there for the next on the same connection'),
      proof('walls/one-rule-twice.spec.ts', 'row-level security hides exactly what the rule hides'),
    ],
  },
  {
    controls: '8.2.3, 14.2.4, 15.3.1',
    what: 'Field by field: police, services, auditors and commissioners each see their part',
    proofs: [
      proof(
        'database/row-level-security.spec.ts',
        'shows an auditor codes and times, and nothing of the vault',
      ),
      proof('api/consent.spec.ts', 'show a provider what was agreed and nothing besides'),
      proof('intake/redirects.spec.ts', 'whoever referred is told nothing of it'),
    ],
  },
  {
    controls: '10.1.1',
    what: 'Tokens stay on the server: a browser has a session and no token',
    proofs: [proof('api/problem-json.spec.ts', 'takes no cookie')],
  },
  {
    controls: '10.4.1–11, 10.6.1–2, 10.7.1–3',
    what: 'The side of the issuer',
    proofs: [
      proof(
        'identity/identity-provider.spec.ts',
        'gives the command line a signed access token for the API only',
      ),
    ],
    open: THE_ISSUERS,
  },
  {
    controls: '10.5.5',
    what: 'Being signed out by the issuer',
    proofs: [],
    open: 'Back-channel logout is not taken.',
  },
  {
    controls: '11.1.1–2',
    what: 'Which keys there are, what each is for and how it is changed',
    proofs: [proof('keys/rotation-steps.spec.ts', 'a rotation cut off right after a batch keeps that batch')],
    open: 'The inventory is docs/keys-and-erasure.md, written by hand.',
  },
  {
    controls: '11.2.1–3, 11.3.1–3, 11.4.1, 11.4.3',
    what: 'AES-256-GCM bound to its place, SHA-256, Ed25519, from Node’s own library; keys are replaced while it runs',
    proofs: [
      proof('vault/vault.spec.ts', 'opens with its key in its place'),
      proof('vault/vault.spec.ts', 'does not open with another key'),
      proof('attacks/unreadable.spec.ts', 'a name that was tampered with does not open'),
      proof('keys/rotation-steps.spec.ts', 'changes nothing, and is done when it is run again'),
    ],
  },
  { controls: '11.4.2', what: 'Keeping passwords', proofs: [], open: NO_PASSWORDS },
  {
    controls: '11.4.4',
    what: 'A key from a passphrase: the file of a person’s own copy',
    proofs: [
      proof(
        'subject-pack/sealed-file.spec.ts',
        'opens with its passphrase alone, and not after a bit was changed',
      ),
    ],
  },
  {
    controls: '11.5.1',
    what: 'What nobody may guess comes of the system’s random source, 144 bits and more',
    proofs: [proof('vault/vault.spec.ts', 'never looks the same twice')],
  },
  {
    controls: '11.6.1',
    what: 'Signatures of the journal',
    proofs: [proof('journal-seals/journal-sealer.spec.ts', 'cannot be changed by its owner either')],
  },
  { controls: '12.1.1–3, 12.2.1–2', what: 'TLS towards people', proofs: [], open: AT_THE_PROXY },
  {
    controls: '12.3.1–4',
    what: 'TLS towards databases, mail and key services',
    proofs: [
      proof('config/src/environment.spec.ts', 'as texts need a key, a template and a way that is encrypted'),
    ],
    open: 'Databases and Redis are reached as their addresses say; that they ask for TLS is set where they run.',
  },
  {
    controls: '13.1.1, 13.2.4–5',
    what: 'Whom the service talks to is its environment and nothing else',
    proofs: [proof('config/src/environment.spec.ts', 'are off unless somebody set them up')],
    open: 'What a process may reach is for the network around it; there is no list of it here.',
  },
  {
    controls: '13.2.1–3, 13.3.2',
    what: 'Each process and each wall has a login of its own to the database that may do its part and no more',
    proofs: [
      proof('database/row-level-security.spec.ts', 'refuses to run as anyone whom it does not bind'),
      proof('database/row-level-security.spec.ts', 'lets the figures role see facts and nothing else'),
      proof('attacks/definer-functions.spec.ts', ''),
      proof('attacks/rows-of-another-role.spec.ts', ''),
    ],
  },
  {
    controls: '13.3.1',
    what: 'Secrets come from outside, keys from a key service where there is one',
    proofs: [
      proof('keys/key-providers.spec.ts', ''),
      proof('config/src/environment.spec.ts', 'never repeats a value, which may be a password'),
      proof(
        'apps/local/src/data-folder.spec.ts',
        'keeps its secrets, each its own, readable by their owner only',
      ),
    ],
  },
  {
    controls: '13.4.1–3, 15.2.3',
    what: 'An image holds what runs and nothing else; only built files are served, and no folder is listed',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'has a rule for every route that the router serves'),
      proof('demo-clock/demo-clock.spec.ts', 'does not exist where data is real'),
    ],
    open: 'What is in the image is not tried by a test.',
  },
  {
    controls: '13.4.4',
    what: 'TRACE finds nothing',
    proofs: [
      proof(
        'every-route/forms-and-factors.spec.ts',
        'a method that a route does not have finds nothing there, TRACE included',
      ),
    ],
  },
  {
    controls: '13.4.5',
    what: 'What is open to everybody says so in its rule: the description of the API and whether the process lives',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'nobody, and a session that ran out, get to no route'),
    ],
  },
  {
    controls: '14.1.1–2',
    what: 'What names a person is in the vault, what does not is outside it; each table of it is known',
    proofs: [
      proof(
        'pages/no-personal-data.spec.ts',
        'no name and no number is in any table, log line, address or title',
      ),
      proof('timers/no-personal-data.spec.ts', 'no dump of the databases or of the queue names a person'),
    ],
  },
  {
    controls: '14.2.1',
    what: 'Nothing of a person in an address, a title or a log',
    proofs: [
      proof(
        'pages/no-personal-data.spec.ts',
        'no name and no number is in any table, log line, address or title',
      ),
      proof('app-setup.spec.ts', 'puts the route’s pattern in the log and not the address'),
    ],
  },
  {
    controls: '14.2.2–3',
    what: 'Nothing is kept on the way, and nothing is loaded from or sent to third parties',
    proofs: [
      proof('every-route/forms-and-factors.spec.ts', 'every answer forbids what we did not send'),
      proof('assets/build-assets.spec.ts', 'load nothing from elsewhere'),
    ],
  },
  {
    controls: '14.3.1, 14.3.3',
    what: 'The browser keeps nothing but the name of its session, and clears it when it signs out',
    proofs: [
      proof('sign-in/sign-in.spec.ts', 'ends the session on our side and clears the browser'),
      proof('static-pages/find-support.spec.ts', 'sets no cookie and is kept by no browser'),
    ],
  },
  {
    controls: '15.1.1–3, 15.2.1',
    what: 'Which components there are and how fast faults in them are mended',
    proofs: [],
    open: 'The lock file says which; a bill of materials and times for mending are still to be written.',
  },
  {
    controls: '15.2.2',
    what: 'Work that takes long is the worker’s; lists and bodies are bounded',
    proofs: [
      proof('api/lists.spec.ts', ''),
      proof('request-reading/json-reader.spec.ts', 'reads the largest body within 50 ms'),
    ],
  },
  {
    controls: '15.3.2',
    what: 'Calls to others do not follow where they are sent',
    proofs: [],
    open: 'Not tried: the issuer’s discovery and the key services are called by their libraries as they are.',
  },
  {
    controls: '15.3.3, 15.3.7',
    what: 'A body or a form takes what it names, once; a key too many or one sent twice is refused',
    proofs: [
      proof('api/hostile-bodies.spec.ts', 'refuses %s and saves nothing'),
      proof('request-reading/form-body.spec.ts', 'gives single fields as text and listed fields as lists'),
    ],
  },
  {
    controls: '16.1.1, 16.2.3',
    what: 'What is logged where',
    proofs: [proof('app-setup.spec.ts', 'puts the route’s pattern in the log and not the address')],
    open: 'Logs go to standard output; where they are kept and how long is for whoever runs it. The journal and the access log are in docs/architecture.md.',
  },
  {
    controls: '16.2.1–2, 16.2.4, 16.3.2',
    what: 'A JSON line for each answer with route, status and a number to find it by; every look at a person and every act in tables of their own, in UTC',
    proofs: [
      proof('attacks/forged-records.spec.ts', 'the access log takes no other role and no other agency'),
      proof(
        'access-log/unusual-access.spec.ts',
        'is a list to print: each user once, with what they saw and why',
      ),
    ],
  },
  {
    controls: '16.2.5, 16.4.1',
    what: 'No line repeats what somebody typed or who somebody is',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'no log line names anybody, whoever asked for whatever'),
      proof('errors/problem-of.spec.ts', 'leaves no trace of its message in the log'),
      proof(
        'logging/fault-for-log.spec.ts',
        'keeps the kind, the code and the place of an error and none of its words',
      ),
    ],
  },
  {
    controls: '16.3.1, 16.3.3–4',
    what: 'Sign-ins, refusals and faults leave a line',
    proofs: [
      proof('app-setup.spec.ts', 'is an error page with a reference, without a word of what happened'),
    ],
    open: 'Sign-ins are answered lines like others; they have no event of their own in the journal.',
  },
  {
    controls: '16.4.2–3',
    what: 'The journal cannot be changed unseen, and its signed heads lie where the operator cannot write',
    proofs: [
      proof('integration/journal.spec.ts', 'cannot be changed by its owner either: a trigger says no'),
      proof('journal-seals/journal-sealer.spec.ts', 'cannot be changed by its owner either'),
    ],
    open: 'Process logs are for whoever runs it to send away.',
  },
  {
    controls: '16.5.1',
    what: 'A fault is a reference and nothing of what broke, on every route',
    proofs: [
      proof('every-route/hostile.spec.ts', 'it neither breaks nor writes anything it refuses'),
      proof('app-setup.spec.ts', 'is an error page with a reference, without a word of what happened'),
    ],
  },
  {
    controls: '16.5.2–3',
    what: 'With the database away nobody is let in; with the keys away clocks still run and pages open without names',
    proofs: [
      proof('app-setup.spec.ts', 'is an outage when the database is away: nobody is let in'),
      proof(
        'attacks/unreadable.spec.ts',
        'with the key store out of reach deadlines still pass and pages still open',
      ),
    ],
  },
];
