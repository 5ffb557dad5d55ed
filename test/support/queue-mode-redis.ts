process.env['QUEUE_MODE'] = 'redis';
