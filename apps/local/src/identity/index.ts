export { CLI_CLIENT_ID, WEB_CLIENT_ID } from './provider-configuration';
export { signingKeys } from './signing-keys';
export { startIdentityProvider, type IdentityProviderOptions } from './start-identity-provider';
