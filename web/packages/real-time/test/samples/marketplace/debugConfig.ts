// Enable debug logging
const debugConfig = {
  ...config,
  enableLogging: true,
  logToConsole: true,
};
