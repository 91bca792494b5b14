"""What is due when: deadlines, replies, what is expected of activities, boards and meetings, in one list."""
