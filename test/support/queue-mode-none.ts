process.env['QUEUE_MODE'] = 'none';
