import { createHash, createHmac } from 'node:crypto';
import type { Settings } from './settings.js';

/** The key, and the proof that one knows its secret. */
export function signature({ key, secret }: Settings, text: string): string {
  return `${key}:${hmac(secret, text)}`;
}

/** The path of a POST with everything that signs it. @param now in seconds of the epoch */
export function signedPath({ key, secret }: Settings, path: string, body: string, now = Math.floor(Date.now() / 1000)): string {
  const md5 = createHash('md5').update(body).digest('hex');
  const query = `auth_key=${key}&auth_timestamp=${now}&auth_version=1.0&body_md5=${md5}`;
  return `${path}?${query}&auth_signature=${hmac(secret, `POST\n${path}\n${query}`)}`;
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
