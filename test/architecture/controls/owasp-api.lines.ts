import { proof, type ControlLine } from './control';

/** OWASP API Security Top 10 of 2023. */
export const OWASP_API: readonly ControlLine[] = [
  {
    controls: 'API1',
    what: 'The record of somebody else: every route, with every record in every relationship to whoever asks',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'answers, on every route, as one that never was'),
      proof(
        'every-route/who-sees-what.spec.ts',
        'no list, count, search, board or file without an id in its address',
      ),
      proof('attacks/walled-case.spec.ts', 'is in no list, count or board'),
      proof('attacks/foreign-ids.spec.ts', 'is answered to %s like one that was never given'),
      proof(
        'database/row-level-security.spec.ts',
        'shows an officer the referrals of the own team and no other',
      ),
      proof('walls/one-rule-twice.spec.ts', 'row-level security hides exactly what the rule hides'),
      proof('attacks/claims-on-a-connection.spec.ts', 'are never there for the next on the same connection'),
    ],
  },
  {
    controls: 'API2',
    what: 'Pretending to be somebody: sign-in, sessions, tokens, forms of other sites',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'nobody, and a session that ran out, get to no route'),
      proof('every-route/forms-and-factors.spec.ts', 'no page takes a form without its token'),
      proof('sign-in/sign-in.spec.ts', 'is refused to a browser that did not start it'),
      proof('api/problem-json.spec.ts', 'takes no token for another audience, changed by a letter, unsigned'),
    ],
  },
  {
    controls: 'API3',
    what: 'Parts of a record: nothing beyond the description goes out, and nothing beyond it is taken in',
    proofs: [
      proof(
        'api/hostile-bodies.spec.ts',
        'refuses each of its values as null, another type, a list and a record',
      ),
      proof('request-reading/dto.spec.ts', 'finds nothing in any DTO of this service'),
      proof('api/openapi.spec.ts', 'describes every route of the API but its own'),
      proof('api/consent.spec.ts', 'show a provider what was agreed and nothing besides'),
    ],
  },
  {
    controls: 'API4',
    what: 'Using up what there is: size and depth of bodies, length of lists, time to read',
    proofs: [
      proof('every-route/hostile.spec.ts', 'it neither breaks nor writes anything it refuses'),
      proof('request-reading/json-reader.spec.ts', 'reads the largest body within 50 ms'),
      proof('api/lists.spec.ts', ''),
      proof(
        'every-route/forms-and-factors.spec.ts',
        'signing in is answered so many times a minute and no more',
      ),
    ],
    open: 'Only signing in is limited by how often; other routes rely on the proxy before the application.',
  },
  {
    controls: 'API5',
    what: 'What a role may not do: every route with every role',
    proofs: [
      proof(
        'every-route/who-sees-what.spec.ts',
        'a route that a role may not use answers it as an address where nothing is',
      ),
      proof('every-route/who-sees-what.spec.ts', 'has a rule for every route that the router serves'),
      proof('sign-in/route-rules.spec.ts', 'is there for every route, or the application does not start'),
      proof('access/access.spec.ts', 'no relationship gives a role what the role may not do'),
    ],
  },
  {
    controls: 'API6',
    what: 'Acts in bulk or again: one key does one thing, one recipient for one message, a second person where it matters',
    proofs: [
      proof('api/referrals.spec.ts', 'the same submission ten times at once makes one referral'),
      proof('architecture/safe-contact-gate.spec.ts', 'is the only way out'),
      proof('change-proposals/policies.spec.ts', 'lets nobody approve their own proposal'),
      proof('mail/person-mail.spec.ts', 'has one recipient'),
    ],
  },
  {
    controls: 'API7',
    what: 'Being made to call somewhere else: no address that somebody sends is ever called',
    proofs: [
      proof('config/src/environment.spec.ts', 'refuses %s=%s'),
      proof('request-reading/safe-path.spec.ts', 'is the home page instead of %j'),
    ],
    open: 'Calls go out to configured places alone: the issuer, mail, Notify, the key service. Callbacks to partners do not exist yet; they will need this tried.',
  },
  {
    controls: 'API8',
    what: 'How it is set up: headers, methods, faults without innards, roles of the database, logs',
    proofs: [
      proof('every-route/forms-and-factors.spec.ts', 'every answer forbids what we did not send'),
      proof(
        'every-route/forms-and-factors.spec.ts',
        'a method that a route does not have finds nothing there',
      ),
      proof('app-setup.spec.ts', 'is an error page with a reference, without a word of what happened'),
      proof('database/row-level-security.spec.ts', 'binds the logins of the apps'),
      proof(
        'pages/no-personal-data.spec.ts',
        'no name and no number is in any table, log line, address or title',
      ),
    ],
  },
  {
    controls: 'API9',
    what: 'Forgotten routes: what is served, what has a rule and what is described are one list',
    proofs: [
      proof('every-route/who-sees-what.spec.ts', 'has a rule for every route that the router serves'),
      proof('api/openapi.spec.ts', 'describes every route of the API but its own'),
    ],
  },
  {
    controls: 'API10',
    what: 'What partners answer is input: files, mail that came back, texts that failed, tokens of issuers',
    proofs: [
      proof(
        'open-referral/hostile-files.props.spec.ts',
        'never throws, whatever stands in whatever place of it',
      ),
      proof('person-messages/what-came-back.spec.ts', 'takes what Notify says of a text only with the token'),
      proof('mail/person-mail.spec.ts', 'is read by its machine-readable part alone'),
      proof('sign-in/sign-in.spec.ts', 'is refused when the issuer does not say when it happened'),
    ],
  },
];
