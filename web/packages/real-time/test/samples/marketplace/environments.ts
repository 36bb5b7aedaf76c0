// Development
const devConfig = {
  ...baseConfig,
  enableLogging: true,
  cluster: 'eu', // EU cluster for GDPR compliance
};

// Production
const prodConfig = {
  ...baseConfig,
  enableLogging: false,
  activityTimeout: 120000, // 2 minutes
  pongTimeout: 30000, // 30 seconds
};
