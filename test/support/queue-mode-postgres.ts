process.env['QUEUE_MODE'] = 'postgres';
