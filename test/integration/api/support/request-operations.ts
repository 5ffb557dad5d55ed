const RESPONDERS = ['responder', 'responder-two', 'lead'];
const HANDLERS = [...RESPONDERS, 'manager'];
const PROVIDERS = ['sarc', 'adviser'];
const ANSWERING = [...RESPONDERS, ...PROVIDERS];

/** Who learns that a route of requests for support, of a service's own lists or of waiting lists is there at all. */
export const REQUEST_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listCaseServiceRequests: HANDLERS,
  proposeServiceRequest: RESPONDERS,
  listServiceRequests: HANDLERS,
  readServiceRequest: HANDLERS,
  chooseServiceForRequest: RESPONDERS,
  sendServiceRequest: RESPONDERS,
  withdrawServiceRequest: RESPONDERS,
  keepServiceRequest: RESPONDERS,
  keepPlaceOfServiceRequest: RESPONDERS,
  takeOnServiceRequest: ['lead', 'manager'],
  acknowledgeServiceRequest: ANSWERING,
  acceptServiceRequest: ANSWERING,
  declineServiceRequest: ANSWERING,
  redirectServiceRequest: ANSWERING,
  allocateServiceRequest: PROVIDERS,
  noteStillWanted: ANSWERING,
  startSupport: ANSWERING,
  noteSupportReview: ANSWERING,
  endSupport: ANSWERING,
  listInbox: PROVIDERS,
  listTakenBack: PROVIDERS,
  listCaseload: PROVIDERS,
  listWorkers: PROVIDERS,
  readReceivedRequest: ['adviser'],
  readWaitingLists: ['lead', 'manager', 'commissioner'],
};

const REQUEST = '/api/v1/service-requests/{id}';
const SOMETHING = '00000000-0000-7000-8000-00000000a001';

/** Every POST of these with a body it takes; `{id}` is something that is not there. */
export const REQUEST_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] =
  [
    {
      path: '/api/v1/cases/{case}/service-requests',
      by: 'responder',
      good: { kind: 'isva', band: 'soon', serviceId: SOMETHING, decisionId: SOMETHING },
    },
    { path: `${REQUEST}/choose`, by: 'responder', good: { serviceId: SOMETHING } },
    { path: `${REQUEST}/send`, by: 'responder', good: {} },
    { path: `${REQUEST}/withdraw`, by: 'responder', good: { reason: 'person-asked' } },
    { path: `${REQUEST}/keep`, by: 'responder', good: { keepId: SOMETHING } },
    { path: `${REQUEST}/keep-place`, by: 'responder', good: {} },
    { path: `${REQUEST}/take-on`, by: 'manager', good: {} },
    { path: `${REQUEST}/acknowledge`, by: 'adviser', good: {} },
    { path: `${REQUEST}/accept`, by: 'adviser', good: { userId: SOMETHING } },
    { path: `${REQUEST}/decline`, by: 'adviser', good: { reason: 'age' } },
    { path: `${REQUEST}/redirect`, by: 'adviser', good: { toServiceId: SOMETHING, reason: 'other-age' } },
    { path: `${REQUEST}/allocate`, by: 'adviser', good: { userId: SOMETHING } },
    { path: `${REQUEST}/still-wanted`, by: 'adviser', good: { answer: 'still-wanted' } },
    { path: `${REQUEST}/start`, by: 'adviser', good: {} },
    { path: `${REQUEST}/review`, by: 'adviser', good: {} },
    { path: `${REQUEST}/end`, by: 'adviser', good: { ending: 'planned' } },
  ];
