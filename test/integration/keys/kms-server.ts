import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Body = Readonly<Record<string, unknown>>;

interface Fault {
  readonly status: number;
  readonly code: string;
}

const BLOB_VERSION = 1;

/**
 * Answers Encrypt and Decrypt as the JSON 1.1 interface of AWS KMS is published: the operation in `X-Amz-Target`, blobs
 * in base64, a signed request, and errors by their code in `__type`. The ciphertext names the material it was made with,
 * so that it opens after the material was rotated.
 */
export class KmsServer {
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private readonly material = new Map<string, Buffer[]>();
  /** The operations that were asked for. */
  readonly calls: string[] = [];
  /** The bodies as they came, to look for what should not be in them. */
  readonly bodies: string[] = [];
  readonly accessKeyId = `SAMPLE${randomBytes(6).toString('hex').toUpperCase()}`;
  readonly secretAccessKey = randomBytes(20).toString('hex');
  /** Answered to everything while it is set. */
  fault: Fault | null = null;

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  addKey(): string {
    const arn = `arn:aws:kms:eu-west-2:111122223333:key/${randomBytes(8).toString('hex')}`;
    this.material.set(arn, [randomBytes(32)]);
    return arn;
  }

  rotate(arn: string): void {
    this.material.get(arn)?.push(randomBytes(32));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    this.bodies.push(text);
    const found = this.fault ?? this.found(request, text);
    const failed = 'code' in found;
    response
      .writeHead(failed ? found.status : 200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(failed ? { __type: found.code, message: text } : found.answer));
  }

  private found({ method, url, headers }: IncomingMessage, text: string): Fault | { answer: Body } {
    const target = String(headers['x-amz-target']);
    this.calls.push(target);
    if (method !== 'POST' || url !== '/') return { status: 404, code: 'UnknownOperationException' };
    if (headers['content-type'] !== 'application/x-amz-json-1.1')
      return { status: 400, code: 'SerializationException' };
    const signed = new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${this.accessKeyId}/\\d{8}/eu-west-2/kms/aws4_request, SignedHeaders=[\\w;-]+, Signature=[0-9a-f]{64}$`,
    );
    if (!signed.test(String(headers.authorization)))
      return { status: 400, code: 'UnrecognizedClientException' };
    const body = JSON.parse(text) as Body;
    if (target === 'TrentService.Encrypt') return this.encrypt(body);
    if (target === 'TrentService.Decrypt') return this.decrypt(body);
    return { status: 400, code: 'UnknownOperationException' };
  }

  private encrypt(body: Body): Fault | { answer: Body } {
    const arn = String(body['KeyId']);
    const versions = this.material.get(arn);
    if (versions === undefined) return { status: 400, code: 'NotFoundException' };
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', versions.at(-1) as Buffer, nonce);
    cipher.setAAD(contextOf(body));
    const sealed = Buffer.concat([
      cipher.update(Buffer.from(String(body['Plaintext']), 'base64')),
      cipher.final(),
    ]);
    const blob = Buffer.concat([
      Buffer.from([BLOB_VERSION, versions.length]),
      nonce,
      sealed,
      cipher.getAuthTag(),
    ]);
    return {
      answer: {
        CiphertextBlob: blob.toString('base64'),
        KeyId: arn,
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
    };
  }

  private decrypt(body: Body): Fault | { answer: Body } {
    const arn = String(body['KeyId']);
    const versions = this.material.get(arn);
    if (versions === undefined) return { status: 400, code: 'NotFoundException' };
    const blob = Buffer.from(String(body['CiphertextBlob']), 'base64');
    const key = versions[blob.readUInt8(1) - 1];
    try {
      const decipher = createDecipheriv('aes-256-gcm', key as Buffer, blob.subarray(2, 14));
      decipher.setAAD(contextOf(body));
      decipher.setAuthTag(blob.subarray(-16));
      const plain = Buffer.concat([decipher.update(blob.subarray(14, -16)), decipher.final()]);
      return {
        answer: {
          KeyId: arn,
          Plaintext: plain.toString('base64'),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
          KeyMaterialId: randomBytes(32).toString('hex'),
        },
      };
    } catch {
      return { status: 400, code: 'InvalidCiphertextException' };
    }
  }
}

/** The pairs in the order of their names, as KMS binds them. */
function contextOf(body: Body): Buffer {
  const context = Object.entries((body['EncryptionContext'] ?? {}) as Record<string, string>);
  return Buffer.from(JSON.stringify(context.toSorted(([a], [b]) => (a < b ? -1 : 1))), 'utf8');
}
