export { MockBackend, type MockAnswer, type MockRequest } from './mockBackend.js';
export type { Triggered } from './mockProvider.js';
export { createMockRealtime, type EmitOptions, type MockOptions, type MockRealtime, type Wire } from './mockRealtime.js';
