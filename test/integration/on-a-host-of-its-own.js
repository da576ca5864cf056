/** Loaded before a platform, which then believes that it runs on another host than the test's others. */
const os = require('node:os');

const name = process.env.TEST_HOST;
os.hostname = () => name;
