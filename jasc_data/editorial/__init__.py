"""What people keep beside the exports: meetings. With uploads, all that writes."""
