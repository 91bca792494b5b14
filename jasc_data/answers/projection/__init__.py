"""What would the figures be if some of the open items were signed off?"""
