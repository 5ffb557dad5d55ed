import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Answers the calls of a transit engine as OpenBao and HashiCorp Vault publish them: encrypt, decrypt, reading and
 * rotating a key, and the login of a role. Whatever it is not asked properly it refuses with their status.
 */
export class TransitServer {
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private versions: Buffer[] = [randomBytes(32)];
  private tokens = new Set<string>();
  /** What was asked, method and path. */
  readonly calls: string[] = [];
  readonly roleId = 'sample-role';
  readonly secretId = randomBytes(12).toString('hex');

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  issueToken(): string {
    const token = randomBytes(12).toString('hex');
    this.tokens.add(token);
    return token;
  }

  revokeTokens(): void {
    this.tokens.clear();
  }

  rotate(): void {
    this.versions.push(randomBytes(32));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, string>;
    const call = `${request.method} ${request.url}`;
    this.calls.push(call);
    const send = (status: number, answer: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };
    if (call === 'POST /v1/auth/approle/login') {
      const known = body['role_id'] === this.roleId && body['secret_id'] === this.secretId;
      if (!known) return send(400, { errors: ['invalid role or secret ID'] });
      return send(200, { auth: { client_token: this.issueToken(), lease_duration: 3600, renewable: true } });
    }
    if (!this.tokens.has(String(request.headers['x-vault-token']))) {
      return send(403, { errors: ['permission denied'] });
    }
    switch (call) {
      case 'GET /v1/transit/keys/waymark':
        return send(200, { data: { type: 'aes256-gcm96', latest_version: this.versions.length } });
      case 'POST /v1/transit/encrypt/waymark':
        return send(200, { data: { ciphertext: this.encrypt(body), key_version: this.versions.length } });
      case 'POST /v1/transit/decrypt/waymark': {
        const plaintext = this.decrypt(body);
        return plaintext === null
          ? send(400, { errors: ['cipher: message authentication failed'] })
          : send(200, { data: { plaintext } });
      }
      default:
        return send(404, { errors: [] });
    }
  }

  private encrypt({ plaintext = '', associated_data: bound = '' }: Record<string, string>): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.versions.at(-1) as Buffer, nonce);
    cipher.setAAD(Buffer.from(bound, 'base64'));
    const sealed = Buffer.concat([cipher.update(Buffer.from(plaintext, 'base64')), cipher.final()]);
    const bytes = Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
    return `vault:v${this.versions.length}:${bytes.toString('base64')}`;
  }

  private decrypt({ ciphertext = '', associated_data: bound = '' }: Record<string, string>): string | null {
    const [, version = '', encoded = ''] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
    const key = this.versions[Number(version) - 1];
    if (key === undefined) return null;
    const bytes = Buffer.from(encoded, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(bound, 'base64'));
      decipher.setAuthTag(bytes.subarray(-16));
      const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
      return plain.toString('base64');
    } catch {
      return null;
    }
  }
}
